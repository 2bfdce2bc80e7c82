import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { callRoute } from '../../../e2e/fixtures/call-route';
import { brazil, grand, screening, up } from '../../../e2e/fixtures/programme-data';
import { recordCommands } from '../../../e2e/fixtures/recorded-commands';
import { useTestDatabase } from '../../../e2e/fixtures/test-database';
import { ensureFilms } from '../../../lib/films/films';
import { ensureAuditoriums } from '../../../lib/screenings/auditoriums';
import { ensureScreenings } from '../../../lib/screenings/screenings';
import { GET } from './route';

const HOUR_MS = 3_600_000;
const soon = new Date(Math.ceil(Date.now() / HOUR_MS) * HOUR_MS + HOUR_MS).toISOString();

let drop: () => Promise<void>;
beforeAll(async () => {
  drop = await useTestDatabase();
  await ensureFilms([up, brazil]);
  await ensureAuditoriums([grand]);
  await ensureScreenings([screening(up, grand, soon)]);
});
afterAll(() => drop());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const search = (q: string, caller = '192.0.2.1') =>
  callRoute(GET, {
    path: `/api/search?${new URLSearchParams({ q })}`,
    headers: { 'x-nf-client-connection-ip': caller },
  });

it('200: what a list shows of a film, to be kept for half a minute', async () => {
  const { status, headers, body } = await search('DOCTER pété');
  expect([status, body]).toEqual([
    200,
    {
      items: [{ slug: 'up', title: 'Up', year: 2009, directors: ['Pete Docter'], nextStartsAt: soon }],
      more: false,
    },
  ]);
  expect(headers.get('cache-control')).toBe('public, max-age=30');
  // Else the CDN would give everybody what was asked first.
  expect(headers.get('netlify-vary')).toBe('query=q');
  expect(headers.get('set-cookie')).toBeNull();
});

it.each(['', ' ', '?!', '$where', '.*', 'x'.repeat(100), '\u0000', '\ud800'])(
  '200: %j finds nothing',
  async (q) => {
    const { status, body } = await search(q);
    expect([status, body]).toEqual([200, { items: [], more: false }]);
  },
);

/** At so many milliseconds after some whole minute; from here on nothing is by chance counted. */
function at(ms: number, chance: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2030, 0, 1) + ms });
  vi.spyOn(Math, 'random').mockReturnValue(chance);
}
const COUNTED = 0;
const NOT_COUNTED = 0.5;

it('costs one query for each letter, and what is on every ten seconds', async () => {
  const asked = async (): Promise<string[]> => {
    const commands = await recordCommands(() => search('bra'));
    return commands.map(({ name, collection }) => `${name} ${collection}`).toSorted();
  };
  at(0, NOT_COUNTED);
  expect(await asked()).toEqual(['aggregate screenings', 'find films']);
  at(9_999, NOT_COUNTED);
  expect(await asked()).toEqual(['find films']);
  at(10_000, COUNTED);
  expect(await asked()).toEqual(['aggregate screenings', 'find films', 'findAndModify limits']);
});

describe('429 after 300 searches a minute of one address, of which every tenth is counted', () => {
  it('refuses the next that is counted, and then all until the next minute; others go on', async () => {
    at(15_000, COUNTED);
    for (let tens = 0; tens < 30; tens += 1) expect((await search('up', '192.0.2.2')).status).toBe(200);
    at(15_000, NOT_COUNTED);
    expect((await search('up', '192.0.2.2')).status).toBe(200);
    at(15_000, COUNTED);
    const { status, body, headers } = await search('up', '192.0.2.2');
    expect([status, body.code, headers.get('retry-after'), body.detail]).toEqual([
      429,
      'too-many-requests',
      '45',
      'That was asked too often from here. Try again in 45 seconds.',
    ]);
    at(59_999, NOT_COUNTED);
    expect((await search('up', '192.0.2.2')).status).toBe(429);
    expect((await search('up', '192.0.2.3')).status).toBe(200);
    at(60_000, COUNTED);
    expect((await search('up', '192.0.2.2')).status).toBe(200);
  });

  it('asks the database nothing about a caller who is refused', async () => {
    at(120_000, COUNTED);
    for (let tens = 0; tens < 31; tens += 1) await search('up', '192.0.2.4');
    expect(await recordCommands(() => search('up', '192.0.2.4'))).toEqual([]);
  });

  it('counts about one in ten', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2030, 0, 1) + 180_000 });
    let answers = 0;
    while ((await search('', '192.0.2.5')).status === 200) answers += 1;
    // 31 have to be counted: fewer than 100 answers, or more than 1,000, come once in a hundred million times.
    expect(answers).toBeGreaterThan(100);
    expect(answers).toBeLessThan(1_000);
  });
});

it('a preview that may only read is searched all the same', async () => {
  at(240_000, COUNTED);
  Reflect.set(globalThis, 'Netlify', { context: { deploy: { context: 'deploy-preview' } } });
  const { status, body } = await search('up', '192.0.2.6');
  Reflect.deleteProperty(globalThis, 'Netlify');
  expect([status, body.items.length]).toEqual([200, 1]);
});
