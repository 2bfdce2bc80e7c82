import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
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

beforeAll(useTestDatabase);
beforeAll(async () => {
  await ensureFilms([up, brazil]);
  await ensureAuditoriums([grand]);
  await ensureScreenings([screening(up, grand, soon)]);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const search = (q: string, caller = '192.0.2.1') =>
  callRoute(GET, {
    path: `/api/search?${new URLSearchParams({ q })}`,
    headers: { 'x-nf-client-connection-ip': caller },
  });

it('GET /api/search: 200: what a list shows of a film, cached for half a minute', async () => {
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

/** At so many milliseconds after some moment years ahead (the database tidies up by its own clock); from here on counting is no chance. */
function at(ms: number, chance: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2096, 0, 1) + ms });
  vi.spyOn(Math, 'random').mockReturnValue(chance);
}
const COUNTED = 0;
const NOT_COUNTED = 0.5;

it('costs two queries by an index for each letter, and what is on every ten seconds', async () => {
  const asked = async (): Promise<string[]> => {
    const commands = await recordCommands(() => search('bra'));
    return commands.map(({ name, collection }) => `${name} ${collection}`).toSorted();
  };
  at(0, NOT_COUNTED);
  expect(await asked()).toEqual(['aggregate screenings', 'find films', 'find rate-limits']);
  at(9_999, NOT_COUNTED);
  expect(await asked()).toEqual(['find films', 'find rate-limits']);
  at(10_000, COUNTED);
  expect(await asked()).toEqual(['aggregate screenings', 'find films', 'findAndModify rate-limits']);
});

describe('GET /api/search: 429 after 150 searches at once of one address, of which every tenth is counted', () => {
  it('refuses all until there is room for ten; others go on', async () => {
    at(0, COUNTED);
    for (let tens = 0; tens < 15; tens += 1) expect((await search('up', '192.0.2.2')).status).toBe(200);
    for (const chance of [COUNTED, NOT_COUNTED]) {
      at(0, chance);
      const { status, body, headers } = await search('up', '192.0.2.2');
      expect([status, body.code, headers.get('retry-after'), body.detail]).toEqual([
        429,
        'too-many-requests',
        '2',
        'Too many requests from here. Try again in 2 seconds.',
      ]);
    }
    at(1_999, NOT_COUNTED);
    expect((await search('up', '192.0.2.2')).status).toBe(429);
    expect((await search('up', '192.0.2.3')).status).toBe(200);
    at(2_000, COUNTED);
    expect((await search('up', '192.0.2.2')).status).toBe(200);
    expect((await search('up', '192.0.2.2')).status).toBe(429);
  });

  it('asks no films for a caller who is refused', async () => {
    at(0, COUNTED);
    for (let tens = 0; tens < 15; tens += 1) await search('up', '192.0.2.4');
    const commands = await recordCommands(() => search('up', '192.0.2.4'));
    expect(commands.map(({ collection }) => collection)).toEqual(['rate-limits']);
  });

  it('counts about one in ten', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2096, 0, 1) + 180_000 });
    let answers = 0;
    while ((await search('', '192.0.2.5')).status === 200) answers += 1;
    // 15 have to be counted: fewer than 30 answers, or more than 600, come once in a hundred million times.
    expect(answers).toBeGreaterThan(30);
    expect(answers).toBeLessThan(600);
  });
});

it('a preview that may only read is searched all the same', async () => {
  at(240_000, COUNTED);
  Reflect.set(globalThis, 'Netlify', { context: { deploy: { context: 'deploy-preview' } } });
  const { status, body } = await search('up', '192.0.2.6');
  Reflect.deleteProperty(globalThis, 'Netlify');
  expect([status, body.items.length]).toEqual([200, 1]);
});
