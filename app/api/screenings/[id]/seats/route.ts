import { defineRoute } from '@/lib/http/define-route';
import { getOccupancy } from '@/lib/orders/occupancy';
import { occupancySchema } from '@/lib/orders/schema';
import { screeningParamsSchema } from '@/lib/screenings/schema';

/** Two seconds in the CDN: a thousand people who look at the same screening cost one query in that time. */
export const GET = defineRoute({
  access: 'public',
  params: screeningParamsSchema,
  response: occupancySchema,
  headers: { 'netlify-cdn-cache-control': 'public, max-age=2' },
  handler: ({ params }) => getOccupancy(params.id),
});
