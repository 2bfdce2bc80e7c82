import { afterAll, beforeAll, expect, it } from 'vitest';
import { callRoute } from '../../../e2e/fixtures/call-route';
import { brazil, grand, screening, up } from '../../../e2e/fixtures/house';
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

const search = (q: string) => callRoute(GET, { path: `/api/search?${new URLSearchParams({ q })}` });

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
  expect(headers.get('set-cookie')).toBeNull();
});

it.each(['', ' ', '?!', '$where', '.*', 'x'.repeat(100), '\u0000', '\ud800'])(
  '200: %j finds nothing',
  async (q) => {
    const { status, body } = await search(q);
    expect([status, body]).toEqual([200, { items: [], more: false }]);
  },
);

it('costs two queries', async () => {
  const commands = await recordCommands(() => search('bra'));
  expect(commands.map(({ name, collection }) => `${name} ${collection}`).toSorted()).toEqual([
    'find films',
    'find screenings',
  ]);
});
