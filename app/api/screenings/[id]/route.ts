import { defineRead } from '@/app/_cache/define-route';
import { getSale } from '@/lib/orders/sale';
import { saleSchema, screeningParamsSchema } from '@/lib/screenings/schema';

export const GET = defineRead({
  access: 'public',
  params: screeningParamsSchema,
  response: saleSchema,
  cache: 'none',
  handler: ({ params }) => getSale(params.id),
});
