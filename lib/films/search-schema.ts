import * as z from 'zod/mini';
import { slugSchema } from './schema';

export const SEARCH_MAX_LENGTH = 100;

const LENGTH = `A search has at most ${SEARCH_MAX_LENGTH} characters.`;

/** `GET /api/search?q=`. */
export const searchQuerySchema = z.strictObject({
  q: z.string('Say what to search for in q.').check(z.maxLength(SEARCH_MAX_LENGTH, LENGTH)),
});

/** A film as a search shows it: enough to know it by, and when it is on next. */
const foundFilmSchema = z.object({
  slug: slugSchema,
  title: z.string(),
  year: z.int(),
  directors: z.array(z.string()),
  /** Its next screening that has not started; null if none is planned. */
  nextStartsAt: z.nullable(z.iso.datetime()),
});
export type FoundFilm = z.infer<typeof foundFilmSchema>;

export const searchAnswerSchema = z.object({
  items: z.array(foundFilmSchema),
  /** Whether there are more matches than these. */
  more: z.boolean(),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;
