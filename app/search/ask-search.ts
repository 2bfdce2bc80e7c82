import * as z from 'zod/mini';
import { type SearchAnswer, searchAnswerSchema } from '@/lib/films/search-schema';

/** What a search finds while somebody types; null when the answer did not come. Throws when `signal` breaks it off. */
export async function askSearch(question: string, signal: AbortSignal): Promise<SearchAnswer | null> {
  try {
    const response = await fetch(`/api/search?${new URLSearchParams({ q: question })}`, { signal });
    return response.ok ? z.parse(searchAnswerSchema, await response.json()) : null;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof TypeError) return null; // no network
    throw error;
  }
}
