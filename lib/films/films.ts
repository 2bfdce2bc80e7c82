import type { Filter } from 'mongodb';
import { cinema } from '../cinema';
import { defineCollection } from '../db/collection';
import { parseDocument } from '../db/document';
import { ProblemError } from '../problem';
import { personSlugs } from './person-slug';
import { type Film, filmSchema, type NewFilm } from './schema';
import { queryTerms, searchTermsOf, titleKey } from './search-terms';

/**
 * A film as stored: the slug is its name in the database too, so that nothing can be doubled or renamed in passing.
 * What a cinema adds of its own, and what is worked out, may be missing in documents of earlier versions.
 */
interface FilmDocument extends Omit<NewFilm, 'slug'> {
  _id: string;
  /** Everybody who is named, folded: `personSlug` of directors and cast. */
  personSlugs?: string[];
  /** See `searchTermsOf`. */
  titleWords?: string[];
  searchWords?: string[];
}

const texts = { bsonType: 'array', items: { bsonType: 'string' } };

/** The collection. Only the domain's own files use it. */
export const films = defineCollection<FilmDocument>({
  name: 'films',
  schema: {
    bsonType: 'object',
    required: [
      '_id',
      'title',
      'year',
      'releaseDate',
      'runtimeMinutes',
      'directors',
      'cast',
      'genres',
      'countries',
      'languages',
      'certificate',
      'synopsis',
    ],
    properties: {
      _id: { bsonType: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 120 },
      title: { bsonType: 'string', minLength: 1 },
      year: { bsonType: 'int', minimum: 1888 },
      // A calendar day, not an instant: no time zone may move it.
      releaseDate: { bsonType: ['string', 'null'] },
      runtimeMinutes: { bsonType: 'int', minimum: 1 },
      directors: texts,
      cast: texts,
      genres: texts,
      countries: texts,
      languages: texts,
      certificate: { bsonType: ['string', 'null'] },
      synopsis: { bsonType: 'string' },
      contentNotes: texts,
      picture: {
        bsonType: ['object', 'null'],
        required: ['file', 'alt'],
        properties: { file: { bsonType: 'string' }, alt: { bsonType: 'string', minLength: 1 } },
      },
      trailer: { bsonType: ['string', 'null'] },
      formerSlugs: texts,
      personSlugs: texts,
      titleWords: texts,
      searchWords: texts,
    },
  },
  indexes: [
    { name: 'person-year', key: { personSlugs: 1, year: -1, _id: 1 } },
    { name: 'genre-year', key: { genres: 1, year: 1, _id: 1 } },
    { name: 'certificate', key: { certificate: 1 } },
    { name: 'former', key: { formerSlugs: 1 } },
    { name: 'words', key: { searchWords: 1 } },
    { name: 'title-words', key: { titleWords: 1 } },
  ],
});

export async function findFilm(slug: string): Promise<Film | null> {
  const document = await (await films()).findOne({ _id: slug });
  return document && toFilm(document);
}

/** The film that had this slug before. */
export async function findRenamedFilm(slug: string): Promise<Film | null> {
  const document = await (await films()).findOne({ formerSlugs: slug });
  return document && toFilm(document);
}

/**
 * Returns a film. Throws `not-found` (404) if no film has this slug; for a film's former slug the message contains
 * the new address.
 */
export async function getFilm(slug: string): Promise<Film> {
  const film = await findFilm(slug);
  if (film) return film;
  const renamed = await findRenamedFilm(slug);
  if (!renamed) throw noFilm();
  const detail = `This film has a new address: /films/${renamed.slug}.`;
  throw new ProblemError('not-found', { detail });
}

/** A stage for an aggregation of another domain: adds `{ film: slug }` when there is a film of this slug. */
export function withFilm(slug: string): Record<string, unknown> {
  const pipeline = [{ $match: { _id: slug } }, { $project: { _id: 0, film: '$_id' } }];
  return { $unionWith: { coll: 'films', pipeline } };
}

export function noFilm(): ProblemError {
  const detail = 'There’s no film at this address. Look in the programme, or in all films.';
  return new ProblemError('not-found', { detail });
}

/** The films of these slugs in one query. */
export async function filmsBySlug(slugs: readonly string[]): Promise<Map<string, Film>> {
  if (slugs.length === 0) return new Map();
  const documents = await (await films()).find({ _id: { $in: [...new Set(slugs)] } }).toArray();
  return new Map(documents.map((document) => [document._id, toFilm(document)]));
}

/** Films in which somebody of this address directs or plays, newest first. One query. */
export async function listFilmsWith(person: string, limit: number): Promise<Film[]> {
  return listed({ personSlugs: person }, { year: -1 }, { limit });
}

/** Films in which any of these direct or play, newest first. One query. */
export async function listFilmsWithAny(people: readonly string[], limit: number): Promise<Film[]> {
  if (people.length === 0) return [];
  return listed({ personSlugs: { $in: [...people] } }, { year: -1 }, { limit });
}

/** Films of a genre from these years, oldest first. One query. */
export async function listFilmsOfGenre(
  genre: string,
  first: number,
  last: number,
  limit: number,
): Promise<Film[]> {
  return listed({ genres: genre, year: { $gte: first, $lte: last } }, { year: 1 }, { limit });
}

/** All films in the order of their slugs, which is that of their names. One query. */
export async function listFilmsByName(skip: number, limit: number): Promise<Film[]> {
  return listed(ANY, {}, { skip, limit });
}

/** More than a sitemap may hold (sitemaps.org: 50,000 addresses). */
const SLUGS_MAX = 45_000;

/** Every film's slug, in their order. One query, answered from the index on `_id` alone. */
export async function listFilmSlugs(): Promise<string[]> {
  const found = await (
    await films()
  )
    .find({}, { projection: { _id: 1 } })
    .sort({ _id: 1 })
    .limit(SLUGS_MAX)
    .toArray();
  return found.map(({ _id }) => _id);
}

export async function countFilms(): Promise<number> {
  return (await films()).countDocuments(ANY);
}

/** As a range of the ids, which the index counts and sorts. */
const ANY = { _id: { $gte: '' } };

async function listed(
  filter: Filter<FilmDocument>,
  order: Record<string, 1 | -1>,
  { skip = 0, limit }: { skip?: number; limit: number },
): Promise<Film[]> {
  const found = (await films()).find(filter).sort({ ...order, _id: 1 });
  return (await found.skip(skip).limit(limit).toArray()).map(toFilm);
}

/** The films that have or had these slugs, by the slug that was asked for. Two queries at most. */
export async function filmsByAnySlug(slugs: readonly string[]): Promise<Map<string, Film>> {
  const found = await filmsBySlug(slugs);
  const missing = [...new Set(slugs)].filter((slug) => !found.has(slug));
  if (missing.length === 0) return found;
  const renamed = await (await films()).find({ formerSlugs: { $in: missing } }).toArray();
  const asked = new Set(missing);
  for (const document of renamed) {
    for (const slug of document.formerSlugs ?? []) if (asked.has(slug)) found.set(slug, toFilm(document));
  }
  return found;
}

/** Writes films by their slug; those that are there take the new facts. */
export async function ensureFilms(list: readonly NewFilm[]): Promise<void> {
  if (list.length === 0) return;
  const writes = list.map(({ slug, ...facts }) => ({
    updateOne: {
      filter: { _id: slug },
      update: {
        $set: { ...facts, personSlugs: personSlugs(facts.directors, facts.cast), ...searchTermsOf(facts) },
      },
      upsert: true,
    },
  }));
  await (await films()).bulkWrite(writes, { ordered: false });
}

function toFilm({ _id, ...facts }: FilmDocument): Film {
  return parseDocument('films', filmSchema, { slug: _id, ...facts });
}

/** The films of these titles, by `titleKey`, each list in the order of addresses. One query. */
export async function findFilmsByTitle(titles: readonly string[]): Promise<Map<string, Film[]>> {
  const keys = new Set(titles.map(titleKey));
  const found = new Map([...keys].map((key): [string, Film[]] => [key, []]));
  if (keys.size === 0) return found;
  const filters = [...keys].map((key) => {
    const terms = queryTerms(key);
    return terms.length > 0 ? { titleWords: { $all: terms } } : { title: key };
  });
  const documents = await (await films()).find({ $or: filters }).sort({ _id: 1 }).toArray();
  for (const film of documents.map(toFilm)) found.get(titleKey(film.title))?.push(film);
  return found;
}

const NAMED_MAX = 20;

/** Films whose age label is not in the cinema's list (any more): how many, and the first of them. Two queries. */
export async function findFormerLabels(): Promise<{
  count: number;
  films: { film: string; label: string }[];
}> {
  const collection = await films();
  const filter = { certificate: { $type: 'string' as const, $nin: [...cinema.certificates] } };
  const [count, found] = await Promise.all([
    collection.countDocuments(filter),
    collection
      .find(filter)
      .project<{ _id: string; certificate: string }>({ certificate: 1 })
      .sort({ _id: 1 })
      .limit(NAMED_MAX)
      .toArray(),
  ]);
  return { count, films: found.map(({ _id, certificate }) => ({ film: _id, label: certificate })) };
}
