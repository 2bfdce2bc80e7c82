import { cachedUpcomingFilms } from '@/app/(public)/search/data';
import { searchResponse } from '@/lib/films/search';
import { searchAnswerSchema, searchQuerySchema } from '@/lib/films/search-schema';
import { clientIp } from '@/lib/http/client-ip';
import { defineRoute } from '@/lib/http/define-route';
import { SEARCH_LIMIT } from '@/lib/rate-limit/limits';
import { consume } from '@/lib/rate-limit/rate-limit';

export const GET = defineRoute({
  access: 'public',
  query: searchQuerySchema,
  response: searchAnswerSchema,
  // Who types the same again, or takes a letter back, need not wait; half a minute is nothing to a programme.
  headers: { 'cache-control': 'public, max-age=30' },
  async handler({ request, query }) {
    await consume(SEARCH_LIMIT, clientIp(request), new Date());
    return searchResponse(query.q, cachedUpcomingFilms);
  },
});
