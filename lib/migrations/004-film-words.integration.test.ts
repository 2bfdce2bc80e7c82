import { beforeEach, expect, it } from 'vitest';
import { up } from '../../e2e/fixtures/programme-data';
import { useTestDatabase } from '../../e2e/fixtures/test-database';
import { database } from '../db/client';
import { ensureFilms } from '../films/films';
import { filmWords } from './004-film-words';

beforeEach(useTestDatabase);

interface StoredFilm {
  _id: string;
  title: string;
  titleWords?: string[];
  searchWords?: string[];
}
const films = async () => (await database()).collection<StoredFilm>('films');

async function migrate(dryRun = false): Promise<[changed: number, batches: number]> {
  let batches = 0;
  const progress = () => {
    batches += 1;
    return Promise.resolve();
  };
  return [await filmWords.up({ db: await database(), dryRun, progress }), batches];
}

const list = [
  up,
  { ...up, slug: 'amelie', title: 'Le Fabuleux Destin d’Amélie Poulain', directors: ['Jean-Pierre Jeunet'] },
  { ...up, slug: 'odd', title: 'WALL·E: Łódź, ΣΣ ⅻ', directors: ['Bjørn O’Þór', '—'], cast: [] },
];

it('migration 004 gives films the same words as when they are written', async () => {
  await ensureFilms(list);
  const collection = await films();
  const written = await collection.find().sort({ _id: 1 }).toArray();
  expect(written[1]?.titleWords).toEqual(['wall', 'e', 'lodz', 'σσ', 'xii', '2009', 'walle']);
  await collection.updateMany({}, { $unset: { titleWords: 1, searchWords: 1 } });
  expect(await migrate(true)).toEqual([3, 0]);
  expect(await migrate()).toEqual([3, 1]);
  expect(await collection.find().sort({ _id: 1 }).toArray()).toEqual(written);
  expect(await migrate()).toEqual([0, 0]);
});

it('migration 004 goes through many in batches', async () => {
  await ensureFilms(Array.from({ length: 1201 }, (_, index) => ({ ...up, slug: `up-${index}` })));
  const collection = await films();
  await collection.updateMany({}, { $unset: { searchWords: 1 } });
  expect(await migrate()).toEqual([1201, 3]);
  expect(await collection.countDocuments({ searchWords: 'docter' })).toBe(1201);
});
