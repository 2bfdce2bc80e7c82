import { defineRoute } from '@/lib/http/define-route';
import { getPlanOfScreening } from '@/lib/orders/sale';
import { screeningParamsSchema } from '@/lib/screenings/schema';
import { planQuerySchema, seatPlanSchema } from '@/lib/seating/schema';

/** A plan never changes: asked for by its id, it may be cached for a year. */
export const GET = defineRoute({
  access: 'public',
  params: screeningParamsSchema,
  query: planQuerySchema,
  response: seatPlanSchema,
  headers: { 'cache-control': 'public, max-age=31536000, immutable' },
  handler: ({ params, query }) => getPlanOfScreening(params.id, query.plan),
});
