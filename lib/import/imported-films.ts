import { createHash } from 'node:crypto';
import { defineCollection } from '../db/collection';
import type { FilmFacts } from './film-facts';

/** Which film of ours a document of a sample set became: how a second run finds it, and comments their film. */
export interface ImportedFilm {
  /** The id in the source. */
  sourceId: string;
  /** The film's slug. */
  filmId: string;
  /** A hash of the imported facts: the film is written again only if the source has changed. */
  factsHash: string;
  /** The cinema had this film before: its facts stay the cinema's. */
  ofHouse: boolean;
}

type ImportedFilmDocument = Omit<ImportedFilm, 'sourceId'> & { _id: string };

const importedFilms = defineCollection<ImportedFilmDocument>({
  name: 'imported-films',
  schema: {
    bsonType: 'object',
    required: ['_id', 'filmId', 'factsHash', 'ofHouse'],
    properties: {
      _id: { bsonType: 'string', pattern: '^mflix:[0-9a-f]{24}$' },
      filmId: { bsonType: 'string' },
      factsHash: { bsonType: 'string' },
      ofHouse: { bsonType: 'bool' },
    },
  },
  indexes: [{ name: 'film', key: { filmId: 1 } }],
});

const PREFIX = 'mflix:';

/** The documents of these ids, by id. */
async function importedBySource(sourceIds: readonly string[]): Promise<Map<string, ImportedFilm>> {
  return find({ _id: { $in: sourceIds.map((id) => PREFIX + id) } }, ({ sourceId }) => sourceId);
}

/** The documents of these slugs, by slug. */
async function importedByFilm(slugs: readonly string[]): Promise<Map<string, ImportedFilm>> {
  return find({ filmId: { $in: [...slugs] } }, ({ filmId }) => filmId);
}

async function find(
  filter: Record<string, unknown>,
  keyOf: (film: ImportedFilm) => string,
): Promise<Map<string, ImportedFilm>> {
  const documents = await (await importedFilms()).find(filter).toArray();
  const list = documents.map(({ _id, filmId, factsHash, ofHouse }) => {
    return { sourceId: _id.slice(PREFIX.length), filmId, factsHash, ofHouse };
  });
  return new Map(list.map((film) => [keyOf(film), film]));
}

async function recordImported(list: readonly ImportedFilm[]): Promise<void> {
  if (list.length === 0) return;
  const writes = list.map(({ sourceId, ...record }) => ({
    updateOne: { filter: { _id: PREFIX + sourceId }, update: { $set: record }, upsert: true },
  }));
  await (await importedFilms()).bulkWrite(writes, { ordered: false });
}

export function hashOfFacts(facts: FilmFacts): string {
  const sorted = Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url');
}

/** The records of earlier runs and of this one, for reading and adding. */
export interface ImportedRecords {
  bySource(sourceIds: readonly string[]): Promise<Map<string, ImportedFilm>>;
  byFilm(slugs: readonly string[]): Promise<Map<string, ImportedFilm>>;
  save(list: readonly ImportedFilm[]): Promise<void>;
}

export const storedRecords: ImportedRecords = {
  bySource: importedBySource,
  byFilm: importedByFilm,
  save: recordImported,
};

/** For a dry run: what it would write is held in memory, so that comments find films that are not there yet. */
export function recordsInMemory(): ImportedRecords {
  const bySource = new Map<string, ImportedFilm>();
  const byFilm = new Map<string, ImportedFilm>();
  const laidOver = (
    stored: Map<string, ImportedFilm>,
    keys: readonly string[],
    own: Map<string, ImportedFilm>,
  ): Map<string, ImportedFilm> => {
    for (const key of keys) {
      const record = own.get(key);
      if (record) stored.set(key, record);
    }
    return stored;
  };
  return {
    bySource: async (ids) => laidOver(await importedBySource(ids), ids, bySource),
    byFilm: async (slugs) => laidOver(await importedByFilm(slugs), slugs, byFilm),
    async save(list) {
      for (const record of list) {
        bySource.set(record.sourceId, record);
        byFilm.set(record.filmId, record);
      }
    },
  };
}
