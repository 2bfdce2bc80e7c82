import { defineRead } from '@/app/_cache/define-route';
import { getPlanOfScreening } from '@/lib/orders/sale';
import { screeningParamsSchema } from '@/lib/screenings/schema';
import { planQuerySchema, seatPlanSchema } from '@/lib/seating/schema';

const YEAR = 365 * 24 * 60 * 60;

/** A plan never changes: asked for by its id, it may be cached for a year. */
export const GET = defineRead({
  access: 'public',
  params: screeningParamsSchema,
  query: planQuerySchema,
  response: seatPlanSchema,
  cache: { seconds: YEAR, browserSeconds: YEAR, tags: () => [] },
  handler: ({ params, query }) => getPlanOfScreening(params.id, query.plan),
});
