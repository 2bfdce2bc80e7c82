import { headers } from 'next/headers';
import {
  findUpcomingFilms,
  PAGES_LOOKED_AT,
  searchFilms,
  type SearchResult,
  type UpcomingFilms,
} from '@/lib/films/search';
import { clientIp } from '@/lib/http/client-ip';
import { ProblemError } from '@/lib/problem';
import { SEARCH_LIMIT } from '@/lib/rate-limit/limits';
import { consume } from '@/lib/rate-limit/rate-limit';
import { withPageError } from '@/app/_errors/page-error';

/** The results page: what was found, or why nothing was searched. */
export async function findFilms(question: string): Promise<SearchResult | { refusal: string }> {
  const caller = clientIp({ headers: await headers() });
  return withPageError('/search', async () => {
    try {
      if (question !== '') await consume(SEARCH_LIMIT, caller, new Date());
    } catch (error) {
      // Pages cannot answer 429 in Next.
      if (error instanceof ProblemError && error.code === 'too-many-requests')
        return { refusal: error.message };
      throw error;
    }
    return searchFilms(question, cachedUpcomingFilms, PAGES_LOOKED_AT);
  });
}

/** Less than `max-age` of the search, so it makes nothing staler. */
const KEPT_MS = 10_000;

let recent: { at: number; value: Promise<UpcomingFilms> } | null = null;

/** Films now showing, at most ten seconds old: every typed letter needs them. */
export function cachedUpcomingFilms(): Promise<UpcomingFilms> {
  const now = new Date();
  if (recent && now.getTime() - recent.at < KEPT_MS) return recent.value;
  const attempt = { at: now.getTime(), value: findUpcomingFilms(now) };
  recent = attempt;
  attempt.value.catch(() => {
    if (recent === attempt) recent = null;
  });
  return attempt.value;
}
