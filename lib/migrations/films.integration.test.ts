import { beforeEach, expect, it } from 'vitest';
import { useTestDatabase } from '../../e2e/fixtures/test-database';
import { database } from '../db/client';
import { personSlugs } from '../films/person-slug';
import { filmPeople } from './002-film-people';
import { filmRuns } from './003-film-runs';
import type { Migration } from './migration';

beforeEach(useTestDatabase);

const collection = async <T extends { _id: string }>(name: string) => (await database()).collection<T>(name);

async function migrate(migration: Migration, dryRun = false): Promise<number> {
  return migration.up({ db: await database(), dryRun, progress: () => Promise.resolve() });
}

const CLEO = ['Agnès Varda', 'Corinne Marchand', "Peter O'Toole", 'Ødegård & Łuk', '小津 安二郎', '—'];

it('002: films are found by their people, under the addresses that the site has for them', async () => {
  const films = await collection<{
    _id: string;
    directors: string[];
    cast: string[];
    personSlugs?: string[];
  }>('films');
  await films.insertMany([
    { _id: 'cleo', directors: ['Agnès Varda'], cast: CLEO },
    { _id: 'saved', directors: ['Agnès Varda'], cast: [], personSlugs: ['by-the-house'] },
  ]);
  expect(await migrate(filmPeople, true)).toBe(1);
  expect(await migrate(filmPeople)).toBe(1);
  const slugs = ['agnes-varda', 'corinne-marchand', 'peter-otoole', 'odegard-luk', '小津-安二郎'];
  expect((await films.findOne({ _id: 'cleo' }))?.personSlugs).toEqual(slugs);
  // When addresses of people are made otherwise one day, that needs a migration of its own; then this line goes.
  expect(personSlugs(CLEO)).toEqual(slugs);
  expect((await films.findOne({ _id: 'saved' }))?.personSlugs).toEqual(['by-the-house']);
  expect(await migrate(filmPeople)).toBe(0);
});

it('003: films know their first and last screening; what is wider already stays', async () => {
  const day = (date: number) => new Date(Date.UTC(2026, 10, date, 18));
  const screenings = (await database()).collection('screenings');
  await screenings.insertMany([
    { filmId: 'cleo', startsAt: day(20) },
    { filmId: 'cleo', startsAt: day(14) },
    { filmId: 'cleo', startsAt: day(17) },
    { filmId: 'fargo', startsAt: day(15) },
  ]);
  const runs = await collection<{ _id: string; firstStartsAt: Date; lastStartsAt: Date }>('runs');
  await runs.insertOne({ _id: 'fargo', firstStartsAt: day(1), lastStartsAt: day(30) });
  expect(await migrate(filmRuns, true)).toBe(1);
  expect(await runs.countDocuments()).toBe(1);
  expect(await migrate(filmRuns)).toBe(1);
  expect(await runs.find().sort({ _id: 1 }).toArray()).toEqual([
    { _id: 'cleo', firstStartsAt: day(14), lastStartsAt: day(20) },
    { _id: 'fargo', firstStartsAt: day(1), lastStartsAt: day(30) },
  ]);
  expect(await migrate(filmRuns)).toBe(0);
});
