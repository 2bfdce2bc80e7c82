import { listStarts } from '../screenings/screenings';
import { findFilmsByWords } from './films';
import type { Film } from './schema';
import type { SearchAnswer } from './search-schema';
import { questionWords, rankOf } from './search-words';

/** While somebody types. */
const TYPED_RESULTS = 8;
/** On the page of results. */
export const PAGE_RESULTS = 48;

/** So many films are looked at before they are put in order; more than that answer only to a few letters. */
const LOOKED_AT = 60;

/** What a search found, in its order. */
export interface Found {
  film: Film;
  nextStart: Date | null;
}

/**
 * Films that have a word beginning with each word of a question, in the title, the year or a person's name, in any order,
 * whatever the case and the accents. What is on comes before what is not, and in both a title before a person. Two
 * queries, at once; for letters that begin very many names, two more.
 */
export async function searchFilms(
  question: string,
  now: Date,
  limit: number,
): Promise<{ found: Found[]; more: boolean }> {
  const words = questionWords(question);
  if (words.length === 0) return { found: [], more: false };
  const [starts, some] = await Promise.all([listStarts(now), findFilmsByWords(words, LOOKED_AT + 1)]);
  const films = some.length > LOOKED_AT ? [...some, ...(await theBest(words, [...starts.keys()]))] : some;
  const found = [...new Map(films.map((film) => [film.slug, film])).values()].map((film) => ({
    film,
    nextStart: starts.get(film.slug)?.find((start) => start > now) ?? null,
  }));
  const ordered = inOrder(found, words);
  return { found: ordered.slice(0, limit), more: some.length > LOOKED_AT || found.length > limit };
}

/** Where more films answer than are looked at, those that have to come first are asked for by themselves. */
async function theBest(words: readonly string[], current: readonly string[]): Promise<Film[]> {
  const best = await Promise.all([
    findFilmsByWords(words, LOOKED_AT, { among: current }),
    findFilmsByWords(words, LOOKED_AT, { titles: true }),
  ]);
  return best.flat();
}

const NEVER = Number.POSITIVE_INFINITY;

function inOrder(found: readonly Found[], words: readonly string[]): Found[] {
  return found
    .map((entry) => ({ entry, start: entry.nextStart?.getTime() ?? NEVER, rank: rankOf(entry.film, words) }))
    .toSorted(
      (a, b) =>
        Number(a.start === NEVER) - Number(b.start === NEVER) ||
        a.rank - b.rank ||
        (a.start === NEVER ? b.entry.film.year - a.entry.film.year : a.start - b.start) ||
        (a.entry.film.slug < b.entry.film.slug ? -1 : 1),
    )
    .map(({ entry }) => entry);
}

/** As the wire has it. */
export async function answerSearch(question: string, now: Date): Promise<SearchAnswer> {
  const { found, more } = await searchFilms(question, now, TYPED_RESULTS);
  const items = found.map(({ film: { slug, title, year, directors }, nextStart }) => {
    return { slug, title, year, directors, nextStartsAt: nextStart?.toISOString() ?? null };
  });
  return { items, more };
}
