import { headers } from 'next/headers';
import { limitSearch, PAGES_LOOKED_AT, searchFilms, type SearchResult } from '@/lib/films/search';
import { clientIp } from '@/lib/http/client-address';
import { ProblemError } from '@/lib/problem';
import { withPageError } from '../page-error';
import { cachedUpcomingFilms } from './recent-whats-on';

/** What the page of results shows: what was found, or why nothing was looked for. */
export async function findFilms(question: string): Promise<SearchResult | { refusal: string }> {
  const caller = clientIp({ headers: await headers() });
  return withPageError('/search', async () => {
    try {
      if (question !== '') await limitSearch(caller, new Date());
    } catch (error) {
      // Pages cannot answer 429 in Next.
      if (error instanceof ProblemError && error.code === 'too-many-requests')
        return { refusal: error.message };
      throw error;
    }
    return searchFilms(question, cachedUpcomingFilms, PAGES_LOOKED_AT);
  });
}
