import { defineRead } from '@/app/_cache/define-route';
import { PROGRAMME_TAG } from '@/app/_cache/tags';
import { getPlanOfScreening } from '@/lib/orders/sale';
import { screeningParamsSchema } from '@/lib/screenings/schema';
import { planQuerySchema, seatPlanSchema } from '@/lib/seating/schema';

const YEAR = 365 * 24 * 60 * 60;

/** A plan never changes; which one a screening has may, with an import, and that purges it. */
export const GET = defineRead({
  access: 'public',
  params: screeningParamsSchema,
  query: planQuerySchema,
  response: seatPlanSchema,
  cache: { seconds: YEAR, tags: () => [PROGRAMME_TAG] },
  handler: ({ params, query }) => getPlanOfScreening(params.id, query.plan),
});
