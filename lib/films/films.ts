import { cinema } from '../cinema';
import { defineCollection } from '../db/collection';
import { parseStored } from '../db/parse-stored';
import { ProblemError } from '../problem';
import { type Film, filmSchema } from './schema';

/** A film as stored: the slug is its name in the database too, so that nothing can be doubled or renamed in passing. */
type FilmDocument = Omit<Film, 'slug'> & { _id: string };

const texts = { bsonType: 'array', items: { bsonType: 'string' } };

const films = defineCollection<FilmDocument>({
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
      certificate: { enum: [...cinema.certificates, null] },
      synopsis: { bsonType: 'string' },
    },
  },
  indexes: [],
});

export async function findFilm(slug: string): Promise<Film | null> {
  const document = await (await films()).findOne({ _id: slug });
  return document && toFilm(document);
}

/** Throws `not-found` (404) for a slug that no film has. */
export async function getFilm(slug: string): Promise<Film> {
  const film = await findFilm(slug);
  if (film) return film;
  const detail = 'No film has this address. It may have been renamed: look in the programme.';
  throw new ProblemError('not-found', { detail });
}

/** The films of these slugs in one query. */
export async function filmsBySlug(slugs: readonly string[]): Promise<Map<string, Film>> {
  if (slugs.length === 0) return new Map();
  const documents = await (await films()).find({ _id: { $in: [...new Set(slugs)] } }).toArray();
  return new Map(documents.map((document) => [document._id, toFilm(document)]));
}

/** Writes films by their slug; those that are there take the new facts. */
export async function ensureFilms(list: readonly Film[]): Promise<void> {
  if (list.length === 0) return;
  const writes = list.map(({ slug, ...facts }) => ({
    updateOne: { filter: { _id: slug }, update: { $set: facts }, upsert: true },
  }));
  await (await films()).bulkWrite(writes, { ordered: false });
}

function toFilm({ _id, ...facts }: FilmDocument): Film {
  return parseStored('films', filmSchema, { slug: _id, ...facts });
}
