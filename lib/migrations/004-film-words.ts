import type { Db, Migration, MigrationRun } from './migration';

/** What is read of a film from before it had words. */
interface OldFilm {
  _id: string;
  title: string;
  year: number;
  directors: string[];
  cast: string[];
}

const BATCH = 500;
const ADDED = ['titleWords', 'searchWords'] as const;
const LACKING = { $or: ADDED.map((field) => ({ [field]: { $exists: false } })) };

const filmsOf = (db: Db) => db.collection<OldFilm>('films');

/** Films learnt to be searched. */
export const filmWords: Migration = {
  id: 4,
  name: 'film-words',
  what: 'films have the words by which a search finds them',
  async up({ db, dryRun, progress }: MigrationRun): Promise<number> {
    if (dryRun) return filmsOf(db).countDocuments(LACKING);
    let changed = 0;
    for (let batch = await nextBatch(db); batch.length > 0; batch = await nextBatch(db)) {
      const writes = batch.map((film) => ({
        // Newer code may have written the film since it was read here: then it has its words.
        updateOne: { filter: { _id: film._id, ...LACKING }, update: { $set: wordsOfFilm(film) } },
      }));
      await filmsOf(db).bulkWrite(writes, { ordered: false });
      changed += batch.length;
      await progress(changed);
    }
    return changed;
  },
};

function nextBatch(db: Db): Promise<OldFilm[]> {
  return filmsOf(db)
    .find(LACKING, { projection: { title: 1, year: 1, directors: 1, cast: 1 } })
    .limit(BATCH)
    .toArray();
}

function wordsOfFilm({ title, year, directors, cast }: OldFilm) {
  return {
    titleWords: wordsOf(`${title} ${year}`),
    searchWords: wordsOf([title, year, ...directors, ...cast].join(' ')),
  };
}

function wordsOf(text: string): string[] {
  const together = text.split(/\s+/u).map((word) => normalizeForSearch(word).replaceAll(' ', ''));
  const words = new Set([...normalizeForSearch(text).split(' '), ...together].filter(Boolean));
  return [...words].map((word) => [...word].slice(0, 40).join('')).slice(0, 400);
}

const SPELT: Record<string, string> = Object.fromEntries(
  'ß:ss æ:ae œ:oe ø:o ł:l đ:d ð:d þ:th ħ:h ŧ:t ŋ:n ĸ:k ı:i ς:σ'.split(' ').map((pair) => pair.split(':')),
);

function normalizeForSearch(text: string): string {
  const withoutCase = (letters: string): string => letters.toUpperCase().toLowerCase();
  return withoutCase(withoutCase(text).normalize('NFKD'))
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþħŧŋĸıς]/gu, (letter) => SPELT[letter] ?? '')
    .replace(/[^\p{L}\p{N}]+|ʼ/gu, ' ')
    .trim();
}
