import * as z from 'zod/mini';
import { parseDocument } from '../db/document';
import { listNextStarts } from '../screenings/screenings';
import { films } from './films';
import { filmInListSchema } from './schema';
import type { SearchAnswer } from './search-schema';
import { matchesAll, queryTerms, scoreOf } from './search-terms';

/** While somebody types. */
const TYPED_RESULTS = 8;

/** The number of matches that are loaded before they are ranked. Only queries of a few letters have more. */
const LOOKED_AT = 60;
/** For the pages of results. */
export const PAGES_LOOKED_AT = 120;

interface Found {
  film: SearchableFilm;
  nextStart: Date | null;
}

export interface SearchResult {
  /** In their order. */
  found: Found[];
  /** Whether there are more matches than were loaded. */
  more: boolean;
}

/**
 * Finds films by the beginnings of words in title, year and people's names, in any order, regardless of case and
 * accents. Films now showing come first, and title matches before names. One query besides what is showing; two for
 * very common letters.
 */
export async function searchFilms(
  question: string,
  whatsOn: () => Promise<UpcomingFilms>,
  lookedAt = LOOKED_AT,
): Promise<SearchResult> {
  const words = queryTerms(question);
  if (words.length === 0) return { found: [], more: false };
  const [on, some] = await Promise.all([whatsOn(), findFilmsByTerms(words, 'searchWords', lookedAt + 1)]);
  const more = some.length > lookedAt;
  // Which of very many matches are loaded is arbitrary, so the ones that rank first are loaded separately.
  const titles = more ? await findFilmsByTerms(words, 'titleWords', lookedAt) : [];
  const current = on.films.filter(({ searchWords }) => matchesAll(searchWords, words));
  const bySlug = new Map([...current, ...some, ...titles].map((film) => [film.slug, film]));
  const found = [...bySlug.values()].map((film) => ({
    film,
    nextStart: on.nextStarts.get(film.slug) ?? null,
  }));
  return { found: inOrder(found, words).slice(0, lookedAt), more };
}

const NEVER = Number.POSITIVE_INFINITY;

function inOrder(found: readonly Found[], words: readonly string[]): Found[] {
  return found
    .map((entry) => ({ entry, start: entry.nextStart?.getTime() ?? NEVER, rank: scoreOf(entry.film, words) }))
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
export async function searchResponse(
  question: string,
  whatsOn: () => Promise<UpcomingFilms>,
): Promise<SearchAnswer> {
  const { found, more } = await searchFilms(question, whatsOn);
  const items = found.slice(0, TYPED_RESULTS).map(({ film: { slug, title, year, directors }, nextStart }) => {
    return { slug, title, year, directors, nextStartsAt: nextStart?.toISOString() ?? null };
  });
  return { items, more: more || found.length > TYPED_RESULTS };
}

/** Without cast and synopsis: a few letters find many films, and a search shows neither. */
const searchableFilmSchema = z.extend(filmInListSchema, {
  titleWords: z.array(z.string()),
  searchWords: z.array(z.string()),
});
export type SearchableFilm = z.infer<typeof searchableFilmSchema>;

const projection = Object.fromEntries(Object.keys(searchableFilmSchema.shape).map((field) => [field, 1]));

/**
 * Finds films by the beginnings of normalized words, in `titleWords`, or in `searchWords`, which also contains
 * people's names. Unordered. One query.
 */
async function findFilmsByTerms(
  words: readonly string[],
  field: 'titleWords' | 'searchWords',
  limit: number,
): Promise<SearchableFilm[]> {
  return read({ $and: words.map((word) => ({ [field]: { $regex: `^${word}` } })) }, limit);
}

/** The films of these slugs. One query. */
async function listSearchableFilms(slugs: readonly string[]): Promise<SearchableFilm[]> {
  return slugs.length === 0 ? [] : read({ _id: { $in: [...slugs] } }, slugs.length);
}

async function read(filter: object, limit: number): Promise<SearchableFilm[]> {
  const collection = await films();
  // One batch: the driver's own first one ends at 101.
  const found = await collection.find(filter, { projection, batchSize: limit }).limit(limit).toArray();
  return found.map(({ _id, ...facts }) =>
    parseDocument('films', searchableFilmSchema, { slug: _id, titleWords: [], searchWords: [], ...facts }),
  );
}

/** What is on or planned: what a search shows first. */
export interface UpcomingFilms {
  films: SearchableFilm[];
  /** By slug. */
  nextStarts: ReadonlyMap<string, Date>;
}

/** Two queries, whatever is searched for: worth keeping for the letters that follow. */
export async function findUpcomingFilms(now: Date): Promise<UpcomingFilms> {
  const nextStarts = await listNextStarts(now);
  return { films: await listSearchableFilms([...nextStarts.keys()]), nextStarts };
}
