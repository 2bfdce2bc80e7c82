import { defineRoute } from '@/lib/http/define-route';
import { getSale } from '@/lib/orders/sale';
import { saleSchema, screeningParamsSchema } from '@/lib/screenings/schema';

export const GET = defineRoute({
  access: 'public',
  params: screeningParamsSchema,
  response: saleSchema,
  handler: ({ params }) => getSale(params.id),
});
