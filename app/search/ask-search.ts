import * as z from 'zod/mini';
import { type SearchAnswer, searchAnswerSchema } from '@/lib/films/search-schema';
import { readProblem } from '../identity/api-fetch';

/** What was found, or why nothing was looked for: null when the answer did not come. */
export type Asked = { answer: SearchAnswer } | { refusal: string | null };

/** What a search finds while somebody types. Throws when `signal` breaks it off. */
export async function fetchSearch(question: string, signal: AbortSignal): Promise<Asked> {
  try {
    const response = await fetch(`/api/search?${new URLSearchParams({ q: question })}`, { signal });
    if (response.ok) return { answer: z.parse(searchAnswerSchema, await response.json()) };
    const isOurs = response.status === 429;
    return { refusal: isOurs ? ((await readProblem(response))?.detail ?? null) : null };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof TypeError) return { refusal: null }; // no network
    throw error;
  }
}
