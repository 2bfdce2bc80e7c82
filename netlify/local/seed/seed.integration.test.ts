import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runImport } from '../../../e2e/fixtures/import-run';
import { startProcess, type StartedProcess } from '../../../e2e/fixtures/start-process';
import { brokenOrderRules } from '../../../e2e/fixtures/order-invariants';
import { databaseContents, useTestDatabase } from '../../../e2e/fixtures/test-database';
import { listThreads } from '../../../lib/comments/queries';
import { ensureFilms, getFilm } from '../../../lib/films/films';
import { cinemaDay } from '../../../lib/cinema-time';
import { importAuditoriums } from '../../../lib/import/import-auditoriums';
import { importFilms } from '../../../lib/import/import-films';
import { findMembers } from '../../../lib/members/members';
import { listScreeningsBetween } from '../../../lib/screenings/screenings';
import { demoAccounts, members } from './accounts';
import { dataFile } from './read-data';
import { seed } from './seed';

const FRIDAY = new Date('2026-11-20T18:00:00Z');
const MONDAY = new Date('2026-11-23T09:00:00Z');

let identity: StartedProcess<{ url: string; operatorToken: string }>;

beforeAll(useTestDatabase);
beforeAll(async () => {
  identity = await startProcess('netlify/local/identity/serve.ts');
  process.env.IDENTITY_URL = identity.ready.url;
  process.env.IDENTITY_OPERATOR_TOKEN = identity.ready.operatorToken;
});
afterAll(async () => {
  await identity.stop();
});

async function screeningDays(): Promise<string[]> {
  const all = await listScreeningsBetween(new Date('2026-11-01Z'), new Date('2027-01-01Z'));
  return [...new Set(all.map(({ screening }) => cinemaDay(new Date(screening.startsAt))))];
}

async function signIn(email: string, password: string): Promise<{ status: number; roles: unknown }> {
  const body = new URLSearchParams({ grant_type: 'password', username: email, password });
  const answer = await fetch(`${identity.ready.url}/token`, { method: 'POST', body });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  const user = await fetch(`${identity.ready.url}/user`, { headers: { authorization: `Bearer ${token}` } });
  const { app_metadata: metadata } = (await user.json()) as { app_metadata?: { roles: unknown } };
  return { status: answer.status, roles: metadata?.roles };
}

describe('the full seed', () => {
  it('fills an empty database: a fortnight from today, forty-three accounts, what they say', async () => {
    const added = await seed('full', FRIDAY);
    expect(added.accounts).toBe(43);
    const days = await screeningDays();
    expect([days.length, days[0], days.at(-1)]).toEqual([15, '2026-11-20', '2026-12-04']);
    const { threads, total } = await listThreads({
      filmId: 'lost-in-translation',
      cursor: null,
      order: 'newest',
      limit: 100,
    });
    expect(threads).toHaveLength(24);
    expect(total).toBe(37);
    const authors = await findMembers(threads.map(({ authorId }) => authorId ?? ''));
    expect(authors.get(threads[0]?.authorId ?? '')).toMatchObject({ name: 'Oona Reyes', state: 'active' });
  });

  it('says of each member since when, in the order of the table', async () => {
    const { members: stored = [] } = (await databaseContents()) as {
      members?: { name: string; since: Date }[];
    };
    const newestFirst = stored.toSorted((a, b) => b.since.getTime() - a.since.getTime());
    expect(newestFirst.map(({ name }) => name)).toEqual(
      [...demoAccounts, ...members].map(({ name }) => name),
    );
  });

  it('changes nothing the second time', async () => {
    const before = await databaseContents();
    expect(await seed('full', FRIDAY)).toEqual({ screenings: 0, accounts: 0 });
    expect(await databaseContents()).toEqual(before);
  });

  it('has films and auditoriums as the import makes them of the same tables', async () => {
    const before = await databaseContents();
    const films = await runImport((run) => importFilms(dataFile('films.csv'), run));
    expect(films).toEqual({ counts: { films: [112, 0, 112, 0, 0] }, printed: [] });
    const auditoriums = await runImport((run) => importAuditoriums(dataFile('auditoriums.csv'), run));
    expect(auditoriums).toEqual({ counts: { auditoriums: [3, 0, 3, 0, 0] }, printed: [] });
    expect(await databaseContents()).toEqual(before);
  });

  it('adds the days that are new three days later, and leaves alone what staff have changed', async () => {
    const fargo = await getFilm('fargo');
    await ensureFilms([{ ...fargo, certificate: 'from 18' }]);
    await seed('full', MONDAY);
    const days = await screeningDays();
    expect([days.length, days[0], days.at(-1)]).toEqual([18, '2026-11-20', '2026-12-07']);
    expect((await getFilm('fargo')).certificate).toBe('from 18');
  });

  it('sells tickets of what comes next, some screenings out, and breaks no rule of tickets', async () => {
    await seed('full', new Date());
    expect(await brokenOrderRules()).toEqual([]);
    const { orders = [], seats = [] } = (await databaseContents()) as Record<string, unknown[]>;
    expect(orders.length).toBeGreaterThan(20);
    expect(seats.length).toBeGreaterThan(orders.length);
    await seed('full', new Date());
    expect((await databaseContents())['orders']).toHaveLength(orders.length);
  }, 120_000);

  it.each([
    ['member@example.org', 'marquee-member', ['member']],
    ['staff@example.org', 'marquee-staff', ['staff']],
    ['admin@example.org', 'marquee-admin', ['admin']],
    ['oona.reyes@example.org', 'marquee-member', ['member']],
  ])('lets %s sign in, with the role', async (email, password, roles) => {
    expect(await signIn(email, password)).toEqual({ status: 200, roles });
  });
});

describe('the small seed, in a process of its own', () => {
  const run = (uri: string) =>
    promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', 'netlify/local/seed/main.ts', '--size', 'small'],
      { env: { ...process.env, MONGODB_URI: uri } },
    );

  it('prints the demo accounts as one line of JSON', async () => {
    const { stdout } = await run(process.env.MONGODB_URI ?? '');
    expect(JSON.parse(stdout)).toEqual({
      accounts: [
        { role: 'member', email: 'member@example.org', password: 'marquee-member' },
        { role: 'staff', email: 'staff@example.org', password: 'marquee-staff' },
        { role: 'admin', email: 'admin@example.org', password: 'marquee-admin' },
      ],
    });
  });

  it('refuses a database on another machine with one sentence', async () => {
    await expect(run('mongodb://db.example.net/cinema')).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr:
        'The seed writes only to a database on this machine: leave MONGODB_URI empty, or let it name localhost.\n',
    });
  });
});
