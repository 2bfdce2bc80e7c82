import { SEARCH_MAX_LENGTH } from '@/lib/films/search-schema';
import { readPage } from '../films/search-params';

/** What the address of the results can say; anything else in it is as good as nothing. */
export interface SearchChoice {
  question: string;
  /** From 1. */
  page: number;
}

type Query = Record<string, string | string[] | undefined>;

/** A question that is too long is cut, and one that comes twice is none. */
export function parseSearchParams({ q, page }: Query): SearchChoice {
  return {
    question: typeof q === 'string' ? q.trim().slice(0, SEARCH_MAX_LENGTH) : '',
    page: readPage(page),
  };
}

/** `/search?q=fargo`, `/search?q=fargo&page=2`. */
export function searchHref({ question, page }: SearchChoice): string {
  const query = new URLSearchParams({ q: question });
  if (page > 1) query.set('page', String(page));
  return `/search?${query}`;
}
