import { cachedUpcomingFilms } from '@/app/(public)/search/data';
import { searchResponse } from '@/lib/films/search';
import { searchAnswerSchema, searchQuerySchema } from '@/lib/films/search-schema';
import { defineRead } from '@/app/_cache/define-route';
import { FILMS_TAG, PROGRAMME_TAG } from '@/app/_cache/tags';
import { SEARCH_LIMIT } from '@/lib/rate-limit/limits';

export const GET = defineRead({
  access: 'public',
  limit: SEARCH_LIMIT,
  query: searchQuerySchema,
  response: searchAnswerSchema,
  // Who types the same again, or takes a letter back, need not wait; half a minute is nothing to a programme.
  cache: { seconds: 30, tags: () => [FILMS_TAG, PROGRAMME_TAG] },
  handler: ({ query }) => searchResponse(query.q, cachedUpcomingFilms),
});
