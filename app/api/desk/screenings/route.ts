import { defineRead } from '@/app/_cache/define-route';
import { listDeskScreenings } from '@/lib/orders/desk-listings';
import { deskDayQuerySchema, deskScreeningsSchema } from '@/lib/orders/desk-schema';
import { OWN_LIST_LIMIT } from '@/lib/rate-limit/limits';

export const GET = defineRead({
  access: { permission: 'desk:sell', fresh: true },
  limit: OWN_LIST_LIMIT,
  query: deskDayQuerySchema,
  response: deskScreeningsSchema,
  cache: 'none',
  handler: ({ query, now }) => listDeskScreenings(query.day, now),
});
