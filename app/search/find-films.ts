import { headers } from 'next/headers';
import { countSearch, PAGES_LOOKED_AT, searchFilms, type SearchResult } from '@/lib/films/search';
import { clientAddress } from '@/lib/http/client-address';
import { ProblemError } from '@/lib/problem';
import { orPageError } from '../page-error';
import { recentWhatsOn } from './recent-whats-on';

/** What the page of results shows: what was found, or why nothing was looked for. */
export async function findFilms(question: string): Promise<SearchResult | { refusal: string }> {
  const caller = clientAddress({ headers: await headers() });
  return orPageError('/search', async () => {
    try {
      if (question !== '') await countSearch(caller, new Date());
    } catch (error) {
      // Pages cannot answer 429 in Next.
      if (error instanceof ProblemError && error.code === 'too-many-requests')
        return { refusal: error.message };
      throw error;
    }
    return searchFilms(question, recentWhatsOn, PAGES_LOOKED_AT);
  });
}
