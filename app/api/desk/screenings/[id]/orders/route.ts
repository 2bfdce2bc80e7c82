import { defineRead } from '@/app/_cache/define-route';
import { listDeskOrders } from '@/lib/orders/desk-listings';
import { deskOrdersSchema, deskSearchQuerySchema, screeningParamsSchema } from '@/lib/orders/desk-schema';
import { OWN_LIST_LIMIT } from '@/lib/rate-limit/limits';

export const GET = defineRead({
  access: { permission: 'desk:sell', fresh: true },
  limit: OWN_LIST_LIMIT,
  params: screeningParamsSchema,
  query: deskSearchQuerySchema,
  response: deskOrdersSchema,
  cache: 'none',
  handler: ({ params, query }) => listDeskOrders(params.id, query.search),
});
