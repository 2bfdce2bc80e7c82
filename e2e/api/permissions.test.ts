import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ensureComments } from '../../lib/comments/bulk';
import { confirmOrder } from '../../lib/orders/change-order';
import { checkIn, undoCheckIn } from '../../lib/orders/check-in';
import { holdSeats } from '../../lib/orders/hold';
import { listScreeningsBetween } from '../../lib/screenings/screenings';
import { closeMongoClient, database } from '../../lib/db/client';
import { fillSegments, listAppRoutes } from '../fixtures/app-routes';
import { type Account, type Caller, Callers, makeCallers } from '../fixtures/callers';
import { type Site, startSite } from '../fixtures/site';
import { databaseContents, emptyCollections } from '../fixtures/test-database';
import { expectedOutcome, pages, table } from './permission-table';

// Every page and route of the tree, asked by every kind of caller. One that does not stand in the table fails.

/** What each route takes, so that a refusal is one of the caller and not of what they sent. */
const bodies: Record<string, () => unknown> = {
  'POST /api/sign-up/check': () => ({ email: `${randomUUID()}@callers.example` }),
  'PUT /api/me/profile': () => ({ accessNeeds: `another need ${randomUUID()}` }),
  'POST /api/me/replies/seen': () => ({ until: new Date().toISOString() }),
  'PATCH /api/me': () => ({ name: `Name ${randomUUID().slice(0, 8)}` }),
  'PUT /api/me/email': () => ({ email: `${randomUUID()}@callers.example` }),
  'POST /api/films/[slug]/comments': () => ({ body: `Words ${randomUUID()}` }),
  'PATCH /api/comments/[id]': () => ({ body: `Words ${randomUUID()}`, spoiler: false }),
  'POST /api/comments/[id]/removal': () => ({ reason: 'Spoilers.' }),
  'POST /api/orders': () => ({ screeningId: screeningIds[0], tickets: [wish(nextSeat++)] }),
  'PATCH /api/orders/[id]': () => ({ tickets: [{ ...wish(0), category: 'concession' }] }),
  'POST /api/orders/[id]/cancellation': () => ({}),
  'POST /api/desk/screenings/[id]/blocked-seats': () => ({
    seats: [wish(nextBlocked++).seat],
    reason: 'Projector',
  }),
  'DELETE /api/desk/screenings/[id]/blocked-seats': () => ({ seats: ['B1'], reason: 'Repaired' }),
  'POST /api/desk/orders': () => ({
    screeningId: screeningIds[0],
    tickets: [wish(nextSeat++)],
    paid: true,
  }),
  'POST /api/desk/orders/[id]/refund': () => ({ reason: 'Projector' }),
  'POST /api/desk/orders/[id]/cancellation': () => ({ reason: 'Ill' }),
  'POST /api/desk/check-ins': () => ({ code: 'no ticket', door: 'Foyer', scanId: randomUUID() }),
  'DELETE /api/desk/check-ins/[scanId]': () => ({ reason: 'Went out again' }),
  'PUT /api/films/[slug]/discussion': () => ({ state: 'open' }),
  'POST /api/internal/revalidate': () => ({ filmSlugs: ['up'] }),
  'POST /api/internal/expire': () => ({ filmSlugs: ['up'] }),
};
const queries: Record<string, string> = { 'GET /api/search': '?q=fargo' };

/** Open for comments at any hour. */
const film = 'fargo';

let site: Site;
let callers: Caller[];
let author: Account;
let absent: Account;

beforeAll(async () => {
  site = await startSite({ mongodbUri: inject('mongodbUri'), seed: 'small' });
  process.env.MONGODB_URI = site.mongodbUri;
  process.env.INTERNAL_SECRET = site.internalSecret;
  process.env.IDENTITY_URL = site.identityUrl;
  process.env.IDENTITY_OPERATOR_TOKEN = site.operatorToken;
  // The site makes its collections on the first request.
  await fetch(`${site.url}/api/programme`);
  ({ callers, author } = await makeCallers(site));
  await makeOrders();
  absent = await new Callers(site).account({ roles: ['member'] });
  await ensureComments(
    Array.from({ length: COMMENTS }, (_, index) => ({
      id: commentId(index),
      filmId: film,
      authorId: author.id,
      parentId: null,
      body: `Comment ${index}`,
      createdAt: new Date(),
      ...(index % 2 === 1 ? { removal: { reason: 'Spoilers.', by: author.id, at: new Date() } } : {}),
    })),
  );
  // The first call of an account writes it into the mirror of members, also when the route then refuses it.
  await inParallel(callers, ({ headers }) => fetch(`${site.url}/api/me`, { headers }));
}, 240_000);
afterAll(async () => {
  await closeMongoClient();
  await site?.stop();
});

/** Screenings of a small auditorium: the first is for all who order, each of the others for one order of the author. */
let screeningIds: string[];
let nextSeat = 0;
let nextBlocked = 0;
const seatNames = Array.from(
  { length: 48 },
  (_, index) => `${'ABCDEF'[Math.floor(index / 8)]}${(index % 8) + 1}`,
);
const wish = (index: number) => ({ seat: seatNames[index % 48], category: 'full' });
/** A check-in of the author's. */
const scanId = randomUUID();
/** By route, the order of the author that it is asked for. */
const orderIds = new Map<string, string>();

async function makeOrders(): Promise<void> {
  const from = new Date();
  const weekLater = new Date(from.getTime() + 7 * 86_400_000);
  screeningIds = (await listScreeningsBetween(from, weekLater))
    .filter(({ screening }) => screening.auditorium.id === 'cellar')
    .map(({ screening }) => screening.id);
  const routes = Object.keys(table).filter(
    (route) => table[route]?.startsWith('its buyer') || /desk\/(orders|check-ins)\/\[/.test(route),
  );
  for (const [index, route] of routes.entries()) {
    const { id } = await holdSeats({
      buyer: { memberId: author.id, soldBy: null },
      input: { screeningId: screeningIds[index + 1] ?? '', tickets: [{ seat: 'A1', category: 'full' }] },
      idempotencyKey: randomUUID(),
    });
    orderIds.set(route, id);
    if (/\/(cancellation|payment|refund)$/.test(route))
      await confirmOrder(id, { id: author.id, isStaff: false });
    if (!route.includes('/check-ins')) continue;
    const { tickets, startsAt } = await confirmOrder(id, { id: author.id, isStaff: false });
    const scan = { code: tickets[0]?.code ?? '', door: 'Foyer', scanId };
    expect(await checkIn(scan, author.id, new Date(startsAt))).toMatchObject({ outcome: 'admitted' });
    // It can be undone for a minute; undoing it again is allowed at any time.
    await undoCheckIn(scanId, 'Went out again', { id: author.id, requestId: randomUUID() });
  }
}

/** Each call gets a comment of its own; those with an odd number have been removed. */
const COMMENTS = 800;
const commentId = (index: number): string => (0xc0ffee000 + index).toString(16).padStart(24, '0');
let nextComment = 0;

function commentFor(route: string): string {
  nextComment += 2;
  return commentId(route === 'DELETE /api/comments/[id]/removal' ? nextComment - 1 : nextComment - 2);
}

/** As many at once as one function process takes. */
const AT_ONCE = 10;

async function inParallel<T, R>(
  list: readonly T[],
  work: (item: T) => Promise<R>,
  atOnce = AT_ONCE,
): Promise<R[]> {
  const results: R[] = [];
  const left = [...list.entries()];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

async function call(route: string, headers: Record<string, string>): Promise<string> {
  const [method = '', path = ''] = route.split(' ');
  const body = bodies[route]?.();
  // How often one address may ask is not what is asked here.
  await emptyCollections('rate-limits');
  const isComment = path.startsWith('/api/comments/');
  const order = orderIds.get(route);
  const address = fillSegments(path, (name) => {
    if (name === 'slug') return film;
    if (name === 'scanId') return scanId;
    if (path.startsWith('/api/screenings/')) return screeningIds[0] ?? '';
    if (path.startsWith('/api/desk/screenings/')) return screeningIds.at(-1) ?? '';
    return order ?? (isComment ? commentFor(route) : author.id);
  });
  const answer = await fetch(site.url + address + (queries[route] ?? ''), {
    method,
    headers: {
      ...headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      'idempotency-key': randomUUID(),
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await answer.text();
  if (answer.status < 300) return 'allowed';
  const { code } = JSON.parse(text) as { code: string };
  expect(answer.headers.get('content-type'), text).toBe('application/problem+json');
  expect(answer.headers.get('cache-control'), text).toBe('private, no-store');
  expect(answer.headers.get('x-local-netlify-cdn-cache-control'), text).toBe('no-store');
  return `${answer.status} ${code}`;
}

async function outcomes(route: string, who: readonly Caller[]): Promise<string[]> {
  // Ten at once from one address are as many as may ask this, so they come one after the other.
  const atOnce = route === 'POST /api/sign-up/check' ? 1 : AT_ONCE;
  const said = await inParallel(who, ({ headers }) => call(route, headers), atOnce);
  return who.map(({ name }, index) => `${name}: ${said[index]}`);
}

it('the table holds every page and every route of the tree, and nothing else', () => {
  const found = listAppRoutes();
  const routes = found.filter(({ kind }) => kind === 'route');
  const calls = routes.flatMap(({ path, methods }) => methods.map((method) => `${method} ${path}`));
  expect(Object.keys(table).toSorted()).toEqual(calls.toSorted());
  const shown = found.filter(({ kind }) => kind === 'page').map(({ path }) => path);
  expect(Object.keys(pages).toSorted()).toEqual(shown.toSorted());
});

it('Identity gives somebody who has not confirmed their address no session at all', async () => {
  const email = 'unconfirmed@callers.example';
  const password = 'a good long password';
  const signUp = await fetch(`${site.url}/.netlify/identity/signup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password, data: { full_name: 'Una' } }),
  });
  expect(signUp.status).toBe(200);
  const body = new URLSearchParams({ grant_type: 'password', username: email, password });
  const answer = await fetch(`${site.url}/.netlify/identity/token`, { method: 'POST', body });
  expect([answer.status, await answer.json()]).toMatchObject([
    400,
    { error_description: 'Email not confirmed' },
  ]);
});

describe('a page shows nobody what is not theirs', () => {
  it.each(Object.entries(pages))('%s: %s', async (path, shows) => {
    const values = await pageValues();
    const address = fillSegments(path, (name) => values[`${path} ${name}`] ?? values[name] ?? name);
    const seen = await inParallel(callers, async ({ cookie }) => {
      const answer = await fetch(site.url + address, { headers: cookie });
      return { status: answer.status, html: await answer.text() };
    });
    for (const [index, { status, html }] of seen.entries()) {
      const { name, standing, account } = callers[index] as Caller;
      expect([name, status]).toEqual([name, 200]);
      const accounts = callers.flatMap(({ account: each }) => each ?? []);
      const needs = accounts.filter((each) => html.includes(each.needs)).map(({ id }) => id);
      const emails = accounts.filter((each) => html.includes(each.email)).map(({ id }) => id);
      const isIn = shows === 'its caller' && account && standing !== 'rejected';
      expect([name, emails]).toEqual([name, isIn ? [account.id] : []]);
      // Who is banned is told so, and no more than `GET /api/me/profile` says.
      const mayRead = isIn && expectedOutcome('GET /api/me/profile', callers[index] as Caller) === 'allowed';
      expect([name, needs]).toEqual([name, mayRead ? [account.id] : []]);
    }
  });

  it('the account page, GET /api/me and the API agree about every caller', async () => {
    const answers = await inParallel(callers, async ({ cookie, account }) => {
      const [html, me, profile] = await Promise.all(
        ['/account', '/api/me', '/api/me/profile'].map((path) =>
          fetch(site.url + path, { headers: cookie }).then((answer) => answer.text()),
        ),
      );
      const { email, needs } = account ?? { email: randomUUID(), needs: randomUUID() };
      const shows = (text: string | undefined) => [text?.includes(email), text?.includes(needs)];
      return { page: shows(html), api: shows(`${me} ${profile}`) };
    });
    for (const [index, { page, api }] of answers.entries()) {
      expect([callers[index]?.name, page]).toEqual([callers[index]?.name, api]);
    }
  });
});

/** Something that is there, for each open segment. */
async function pageValues(): Promise<Record<string, string>> {
  const db = await database();
  const auditorium = await db.collection<{ _id: string }>('auditoriums').findOne();
  return {
    slug: film,
    page: 'visit',
    day: 'today',
    '/auditoriums/[id] id': auditorium?._id ?? '',
    '/people/[slug] slug': 'joel-coen',
    '/members/[id] id': author.id,
    '/screenings/[id] id': screeningIds[0] ?? '',
    '/films/[slug]/comments/[id] id': commentId(COMMENTS - 2),
  };
}

const isRefused = (route: string, caller: Caller): boolean => expectedOutcome(route, caller) !== 'allowed';
const expected = (route: string, who: Caller[]): string[] =>
  who.map((caller) => `${caller.name}: ${expectedOutcome(route, caller)}`);

/** That a refused request is counted is no change. */
async function contentsButCounts(): Promise<Record<string, unknown>> {
  const { 'rate-limits': _counts, ...rest } = await databaseContents();
  return rest;
}

describe('a route', () => {
  it('that refuses changes nothing', async () => {
    const before = await contentsButCounts();
    const said: [string, string[]][] = [];
    const wanted: [string, string[]][] = [];
    for (const route of Object.keys(table)) {
      const refused = callers.filter((caller) => isRefused(route, caller));
      said.push([route, await outcomes(route, refused)]);
      wanted.push([route, expected(route, refused)]);
    }
    expect(said).toEqual(wanted);
    expect(await contentsButCounts()).toEqual(before);
  }, 120_000);

  it.each(Object.entries(table))('%s is for %s', async (route) => {
    const allowed = callers.filter((caller) => !isRefused(route, caller));
    expect(allowed.length).toBeGreaterThan(0);
    expect(await outcomes(route, allowed)).toEqual(expected(route, allowed));
  });
});

/** `GET /api/health` says that it is away. */
const untilItIsBack = Object.entries(table).filter(([route]) => route !== 'GET /api/health');

describe('while Identity is away', () => {
  let token: string;
  beforeAll(async () => {
    token = await new Callers(site).token(absent);
    const fault = { method: 'POST', body: JSON.stringify({ kind: 'refuse' }) };
    await fetch(`${site.identityControlUrl}/__local/faults`, fault);
  });

  const bearer = () => ({ authorization: `Bearer ${token}` });

  it('who has a session is asked to come back, and nothing changes', async () => {
    const before = await contentsButCounts();
    for (const [route, access] of untilItIsBack.filter(([, who]) => who !== 'anybody')) {
      const refusal = access === 'our own functions' ? '403 forbidden' : '503 identity-unavailable';
      expect([route, await call(route, bearer())]).toEqual([route, refusal]);
    }
    expect(await contentsButCounts()).toEqual(before);
  });

  it('what is for anybody goes on', async () => {
    for (const [route] of untilItIsBack.filter(([, who]) => who === 'anybody')) {
      expect([route, await call(route, bearer())]).toEqual([route, 'allowed']);
    }
  });

  it('the account page shows nothing of the account', async () => {
    const answer = await fetch(`${site.url}/account`, { headers: { cookie: `nf_jwt=${token}` } });
    const html = await answer.text();
    expect([answer.status, html.includes(absent.email), html.includes(absent.needs)]).toEqual([
      200,
      false,
      false,
    ]);
  });
});
