import { defineRead } from '@/app/_cache/define-route';
import { getOccupancy } from '@/lib/orders/occupancy';
import { occupancySchema } from '@/lib/orders/schema';
import { screeningParamsSchema } from '@/lib/screenings/schema';

/** Two seconds in the CDN: a thousand people who look at the same screening cost one query in that time. */
export const GET = defineRead({
  access: 'public',
  params: screeningParamsSchema,
  response: occupancySchema,
  cache: { seconds: 2, browserSeconds: 0, tags: () => [] },
  handler: ({ params }) => getOccupancy(params.id),
});
