import type { Db, Migration, MigrationRun } from './migration';

interface OldFilm {
  _id: string;
  directors: string[];
  cast: string[];
}

const BATCH = 500;
const LACKING = { personSlugs: { $exists: false } };

const filmsOf = (db: Db) => db.collection<OldFilm>('films');

/** Films are found by the people in them, under the addresses of `/people`. */
export const filmPeople: Migration = {
  id: 2,
  name: 'film-people',
  what: 'films are found by the people who made them',
  async up({ db, dryRun, progress }: MigrationRun): Promise<number> {
    if (dryRun) return filmsOf(db).countDocuments(LACKING);
    let changed = 0;
    for (let batch = await nextBatch(db); batch.length > 0; batch = await nextBatch(db)) {
      const writes = batch.map(({ _id, directors, cast }) => ({
        // A film that somebody saves in this moment has its people already.
        updateOne: {
          filter: { _id, ...LACKING },
          update: { $set: { personSlugs: slugsOf([...directors, ...cast]) } },
        },
      }));
      await filmsOf(db).bulkWrite(writes, { ordered: false });
      changed += batch.length;
      await progress(changed);
    }
    return changed;
  },
};

function nextBatch(db: Db): Promise<OldFilm[]> {
  const projection = { directors: 1, cast: 1 };
  return filmsOf(db).find(LACKING, { projection }).limit(BATCH).toArray();
}

function slugsOf(names: string[]): string[] {
  return [...new Set(names.map(slugOf).filter(Boolean))];
}

const SPELT: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** As addresses of people were made at this time. */
function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’ʼ]/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => SPELT[letter] ?? '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 120)
    .replace(/-$/, '');
}
