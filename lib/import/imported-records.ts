import { type ImportedFilm, importedByFilm, importedBySource, recordImported } from './imported-films';

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
