import * as z from 'zod/mini';
import { parseDocument } from '../db/parse-stored';
import { films } from './films';
import { filmInListSchema } from './schema';

/** Without cast and synopsis: a few letters find many films, and a search shows neither. */
const filmOfWordsSchema = z.extend(filmInListSchema, {
  titleWords: z.array(z.string()),
  searchWords: z.array(z.string()),
});
export type SearchableFilm = z.infer<typeof filmOfWordsSchema>;

const projection = Object.fromEntries(Object.keys(filmOfWordsSchema.shape).map((field) => [field, 1]));

/**
 * Films that have a word beginning with each of these, folded ones: in `titleWords`, or in `searchWords`, which has those
 * of people too. In no order. One query.
 */
export async function findFilmsByTerms(
  words: readonly string[],
  field: 'titleWords' | 'searchWords',
  limit: number,
): Promise<SearchableFilm[]> {
  return read({ $and: words.map((word) => ({ [field]: { $regex: `^${word}` } })) }, limit);
}

/** The films of these slugs. One query. */
export async function listSearchableFilms(slugs: readonly string[]): Promise<SearchableFilm[]> {
  return slugs.length === 0 ? [] : read({ _id: { $in: [...slugs] } }, slugs.length);
}

async function read(filter: object, limit: number): Promise<SearchableFilm[]> {
  const collection = await films();
  // One batch: the driver's own first one ends at 101.
  const found = await collection.find(filter, { projection, batchSize: limit }).limit(limit).toArray();
  return found.map(({ _id, ...facts }) =>
    parseDocument('films', filmOfWordsSchema, { slug: _id, titleWords: [], searchWords: [], ...facts }),
  );
}
