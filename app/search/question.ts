import { SEARCH_MAX_LENGTH } from '@/lib/films/search-schema';

/** What an address asks for; a question that is too long is cut, and one that comes twice is none. */
export function readQuestion(q: string | string[] | undefined): string {
  return typeof q === 'string' ? q.trim().slice(0, SEARCH_MAX_LENGTH) : '';
}
