import { readdirSync, readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import * as comment from '../../app/api/comments/[id]/route';
import * as removal from '../../app/api/comments/[id]/removal/route';
import * as thread from '../../app/api/comments/[id]/thread/route';
import * as checkIn from '../../app/api/desk/check-ins/[scanId]/route';
import * as checkIns from '../../app/api/desk/check-ins/route';
import * as deskOrders from '../../app/api/desk/orders/route';
import * as deskOrder from '../../app/api/desk/orders/[id]/route';
import * as deskCancellation from '../../app/api/desk/orders/[id]/cancellation/route';
import * as payment from '../../app/api/desk/orders/[id]/payment/route';
import * as refund from '../../app/api/desk/orders/[id]/refund/route';
import * as deskScreenings from '../../app/api/desk/screenings/route';
import * as blockedSeats from '../../app/api/desk/screenings/[id]/blocked-seats/route';
import * as screeningOrders from '../../app/api/desk/screenings/[id]/orders/route';
import * as film from '../../app/api/films/[slug]/route';
import * as comments from '../../app/api/films/[slug]/comments/route';
import * as removedComments from '../../app/api/films/[slug]/removed-comments/route';
import * as discussion from '../../app/api/films/[slug]/discussion/route';
import * as health from '../../app/api/health/route';
import * as expire from '../../app/api/internal/expire/route';
import * as deliveries from '../../app/api/internal/deliveries/route';
import * as revalidate from '../../app/api/internal/revalidate/route';
import * as me from '../../app/api/me/route';
import * as myComments from '../../app/api/me/comments/route';
import * as email from '../../app/api/me/email/route';
import * as profile from '../../app/api/me/profile/route';
import * as replies from '../../app/api/me/replies/route';
import * as repliesSeen from '../../app/api/me/replies/seen/route';
import * as sessions from '../../app/api/me/sessions/route';
import * as member from '../../app/api/members/[id]/route';
import * as cancellation from '../../app/api/orders/[id]/cancellation/route';
import * as confirmation from '../../app/api/orders/[id]/confirmation/route';
import * as extension from '../../app/api/orders/[id]/extension/route';
import * as order from '../../app/api/orders/[id]/route';
import * as orders from '../../app/api/orders/route';
import * as programme from '../../app/api/programme/route';
import * as plan from '../../app/api/screenings/[id]/plan/route';
import * as sale from '../../app/api/screenings/[id]/route';
import * as seats from '../../app/api/screenings/[id]/seats/route';
import * as search from '../../app/api/search/route';
import * as session from '../../app/api/session/route';
import * as signUpCheck from '../../app/api/sign-up/check/route';
import { ensureFilms } from '../../lib/films/films';
import { callRoute, type RouteAnswer, type RouteCall, type RouteHandler } from '../fixtures/call-route';
import { up } from '../fixtures/programme-data';
import { databaseContents, emptyCollections, useTestDatabase } from '../fixtures/test-database';
import { askAsOperator, createAccount, type TestAccount, useTestIdentity } from '../fixtures/test-identity';

/** A route with a request that it would take. Every bad one below is this with one thing wrong. */
interface Route {
  handler: RouteHandler;
  params?: Record<string, string>;
  body?: Record<string, unknown>;
  /** Text fields of the body with what is one character too long. */
  texts?: Record<string, string>;
}

const LONG_ADDRESS = `${'x'.repeat(250)}@a.example`;
const wish = { seat: 'A1', category: 'full' };
const routes: Record<string, Route> = {
  'GET /api/programme': { handler: programme.GET },
  'GET /api/films/[slug]': { handler: film.GET, params: { slug: 'up' } },
  'GET /api/films/[slug]/comments': { handler: comments.GET, params: { slug: 'up' } },
  'POST /api/films/[slug]/comments': {
    handler: comments.POST,
    params: { slug: 'up' },
    body: { body: 'Words.' },
    texts: { body: 'x'.repeat(2001), replyToId: 'a'.repeat(25) },
  },
  'GET /api/films/[slug]/removed-comments': { handler: removedComments.GET, params: { slug: 'up' } },
  'PUT /api/films/[slug]/discussion': {
    handler: discussion.PUT,
    params: { slug: 'up' },
    body: { state: 'closed', reason: 'Enough.' },
    texts: { state: 'ajar', reason: 'x'.repeat(501) },
  },
  'GET /api/comments/[id]': { handler: comment.GET, params: { id: 'a'.repeat(24) } },
  'PATCH /api/comments/[id]': {
    handler: comment.PATCH,
    params: { id: 'a'.repeat(24) },
    body: { body: 'Words.', spoiler: false },
    texts: { body: 'x'.repeat(2001) },
  },
  'DELETE /api/comments/[id]': { handler: comment.DELETE, params: { id: 'a'.repeat(24) } },
  'GET /api/comments/[id]/thread': { handler: thread.GET, params: { id: 'a'.repeat(24) } },
  'POST /api/comments/[id]/removal': {
    handler: removal.POST,
    params: { id: 'a'.repeat(24) },
    body: { reason: 'An advertisement.' },
    texts: { reason: 'x'.repeat(501) },
  },
  'DELETE /api/comments/[id]/removal': { handler: removal.DELETE, params: { id: 'a'.repeat(24) } },
  'GET /api/desk/screenings': { handler: deskScreenings.GET },
  'GET /api/desk/screenings/[id]/orders': { handler: screeningOrders.GET, params: { id: 'a'.repeat(24) } },
  'POST /api/desk/screenings/[id]/blocked-seats': {
    handler: blockedSeats.POST,
    params: { id: 'a'.repeat(24) },
    body: { seats: ['B1'], reason: 'Projector' },
    texts: { reason: 'x'.repeat(201) },
  },
  'DELETE /api/desk/screenings/[id]/blocked-seats': {
    handler: blockedSeats.DELETE,
    params: { id: 'a'.repeat(24) },
    body: { seats: ['B1'], reason: 'Repaired' },
    texts: { reason: 'x'.repeat(201) },
  },
  'POST /api/desk/orders': {
    handler: deskOrders.POST,
    body: { screeningId: 'a'.repeat(24), tickets: [{ seat: 'B1', category: 'full' }], paid: true },
    texts: { screeningId: 'a'.repeat(25) },
  },
  'GET /api/desk/orders/[id]': { handler: deskOrder.GET, params: { id: 'a'.repeat(32) } },
  'DELETE /api/desk/orders/[id]': { handler: deskOrder.DELETE, params: { id: 'a'.repeat(32) } },
  'POST /api/desk/orders/[id]/payment': { handler: payment.POST, params: { id: 'a'.repeat(32) } },
  'POST /api/desk/orders/[id]/refund': {
    handler: refund.POST,
    params: { id: 'a'.repeat(32) },
    body: { reason: 'Projector' },
    texts: { reason: 'x'.repeat(201) },
  },
  'POST /api/desk/orders/[id]/cancellation': {
    handler: deskCancellation.POST,
    params: { id: 'a'.repeat(32) },
    body: { reason: 'Ill' },
    texts: { reason: 'x'.repeat(201) },
  },
  'POST /api/desk/check-ins': {
    handler: checkIns.POST,
    body: { code: 'no ticket', door: 'Foyer', scanId: '3f0c2f4e-8d0b-4c55-9a0e-5e0f7f2f1b11' },
    texts: { code: 'x'.repeat(101), door: 'x'.repeat(61), scanId: 'x', at: 'yesterday', screeningId: 'x' },
  },
  'DELETE /api/desk/check-ins/[scanId]': {
    handler: checkIn.DELETE,
    params: { scanId: '3f0c2f4e-8d0b-4c55-9a0e-5e0f7f2f1b11' },
    body: { reason: 'Went out again' },
    texts: { reason: 'x'.repeat(201) },
  },
  'GET /api/me': { handler: me.GET },
  'PATCH /api/me': { handler: me.PATCH, body: { name: 'Oona' }, texts: { name: 'x'.repeat(61) } },
  'PUT /api/me/email': {
    handler: email.PUT,
    body: { email: 'oona@marquee.example' },
    texts: { email: LONG_ADDRESS },
  },
  'GET /api/me/profile': { handler: profile.GET },
  'PUT /api/me/profile': {
    handler: profile.PUT,
    body: { accessNeeds: 'A seat near the door.' },
    texts: { accessNeeds: 'x'.repeat(501) },
  },
  'GET /api/me/comments': { handler: myComments.GET },
  'GET /api/me/replies': { handler: replies.GET },
  'POST /api/me/replies/seen': {
    handler: repliesSeen.POST,
    body: { until: '2026-11-20T18:00:00.000Z' },
    texts: { until: '2026-11-20T18:00:00.000Z0' },
  },
  'GET /api/members/[id]': { handler: member.GET, params: { id: '00000000-0000-4000-8000-00000000000a' } },
  'DELETE /api/me/sessions': { handler: sessions.DELETE },
  'GET /api/search': { handler: search.GET },
  'DELETE /api/session': { handler: session.DELETE },
  'POST /api/sign-up/check': {
    handler: signUpCheck.POST,
    body: { email: 'oona@marquee.example' },
    texts: { email: LONG_ADDRESS },
  },
  'POST /api/internal/expire': { handler: expire.POST, body: { programme: true } },
  'POST /api/internal/deliveries': { handler: deliveries.POST },
  'POST /api/internal/revalidate': { handler: revalidate.POST, body: { programme: true } },
  'GET /api/health': { handler: health.GET },
  'GET /api/screenings/[id]': { handler: sale.GET, params: { id: 'a'.repeat(24) } },
  'GET /api/screenings/[id]/plan': { handler: plan.GET, params: { id: 'a'.repeat(24) } },
  'GET /api/screenings/[id]/seats': { handler: seats.GET, params: { id: 'a'.repeat(24) } },
  'GET /api/orders': { handler: orders.GET },
  'POST /api/orders': { handler: orders.POST, body: { screeningId: 'a'.repeat(24), tickets: [wish] } },
  'GET /api/orders/[id]': { handler: order.GET, params: { id: 'a'.repeat(32) } },
  'PATCH /api/orders/[id]': {
    handler: order.PATCH,
    params: { id: 'a'.repeat(32) },
    body: { tickets: [wish] },
  },
  'DELETE /api/orders/[id]': { handler: order.DELETE, params: { id: 'a'.repeat(32) } },
  'POST /api/orders/[id]/extension': { handler: extension.POST, params: { id: 'a'.repeat(32) } },
  'POST /api/orders/[id]/confirmation': { handler: confirmation.POST, params: { id: 'a'.repeat(32) } },
  'POST /api/orders/[id]/cancellation': {
    handler: cancellation.POST,
    params: { id: 'a'.repeat(32) },
    body: { tickets: ['a'.repeat(16)] },
  },
};

let oona: TestAccount;
let before: unknown;

/** All that a request could have changed: the database, and the account in Identity. */
async function everything(): Promise<unknown> {
  // How often something was asked is not what was asked.
  const contents = { ...(await databaseContents()), 'rate-limits': [] };
  return [contents, await askAsOperator('GET', `/admin/users/${oona.id}`)];
}

/** What the site's own functions know. */
const SECRET = 's'.repeat(40);
const isInternal = (name: string): boolean => name.includes(' /api/internal/');

beforeAll(useTestDatabase);
beforeAll(async () => {
  vi.stubEnv('INTERNAL_SECRET', SECRET);
  vi.stubEnv('URL', 'http://marquee.test');
  useTestIdentity();
  await ensureFilms([up]);
  oona = await createAccount({ roles: ['staff'] });
  // The first request of an account mirrors it; that is no part of what is tested here.
  await call('PATCH /api/me', { body: { name: 'Oona Reyes' } });
  before = await everything();
});

async function call(name: string, wrong: RouteCall = {}): Promise<RouteAnswer> {
  // How often one may ask is not what is asked here.
  await emptyCollections('rate-limits');
  const { handler, params, body } = routeOf(name);
  const [method, path] = name.split(' ');
  const { headers, ...rest } = wrong;
  return callRoute(handler, {
    method: method ?? '',
    path: path ?? '',
    params: params ?? {},
    ...(body === undefined ? {} : { body }),
    accessToken: isInternal(name) ? SECRET : oona.accessToken,
    ...rest,
    headers: { 'idempotency-key': randomUUID(), ...headers },
  });
}

function routeOf(name: string): Route {
  const route = routes[name];
  if (!route) throw new Error(`${name} is not in the table`);
  return route;
}

/** The refusal, with the paths of the fields that it names; anything else than a problem fails. */
async function refusal(answer: Promise<RouteAnswer>): Promise<{ status: number; paths: string[] }> {
  const { status, headers, body } = await answer;
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(body.status).toBe(status);
  return { status, paths: (body.errors ?? []).map(({ path }: { path: string }) => path) };
}

const names = Object.keys(routes);
const withBody = names.filter((name) => routeOf(name).body);
const changing = names.filter((name) => !name.startsWith('GET '));
const withParams = names.flatMap((name) =>
  Object.keys(routeOf(name).params ?? {}).map((key) => [name, key] as const),
);
const withTexts = withBody.flatMap((name) =>
  Object.keys(routeOf(name).texts ?? {}).map((key) => [name, key] as const),
);

describe('the table', () => {
  it('has every method of every route', () => {
    const files = readdirSync('app/api', { recursive: true, encoding: 'utf8' });
    const exported = files
      .filter((file) => file.endsWith('/route.ts'))
      .flatMap((file) => {
        const methods = readFileSync(`app/api/${file}`, 'utf8').matchAll(/^export const ([A-Z]+)\b/gm);
        return Array.from(methods, ([, method]) => `${method} /api/${file.replace('/route.ts', '')}`);
      });
    expect(names.toSorted()).toEqual(exported.toSorted());
  });
});

describe.each(withBody)('%s, its body', (name) => {
  it.each([
    ['empty', ''],
    ['malformed', '{"body": "x"'],
    ['not JSON', 'body=x'],
    ['with a comma too many', '{"body":"x",}'],
  ])('%s: 400', async (_, body) => {
    expect(await refusal(call(name, { body }))).toEqual({ status: 400, paths: [] });
  });

  it('of 2 MB: 413', async () => {
    const body = JSON.stringify({ body: 'x'.repeat(2 * 1024 * 1024) });
    expect(await refusal(call(name, { body }))).toEqual({ status: 413, paths: [] });
  });

  it('of 2 MB, whatever its length is said to be: 413', async () => {
    const body = `"${'x'.repeat(2 * 1024 * 1024)}"`;
    const answer = call(name, { body, headers: { 'content-length': '7' } });
    expect(await refusal(answer)).toEqual({ status: 413, paths: [] });
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/json5',
    '',
  ])('as %j: 415', async (type) => {
    const answer = call(name, { headers: { 'content-type': type } });
    expect(await refusal(answer)).toEqual({ status: 415, paths: [] });
  });

  it.each(['null', '[]', '"text"', '7', 'true', '[{"$ne":""}]'])(
    '%s instead of an object: 422',
    async (body) => {
      expect(await refusal(call(name, { body }))).toEqual({ status: 422, paths: ['body'] });
    },
  );

  it.each([
    'extra',
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    '$where',
    '_id',
    'roles',
    'authorId',
  ])('with the field %s: 422', async (key) => {
    const good = JSON.stringify(routeOf(name).body).slice(1);
    const answer = call(name, { body: `{"${key}":{"admin":true},${good}` });
    expect(await refusal(answer)).toEqual({ status: 422, paths: [`body.${key}`] });
    expect({}).not.toHaveProperty('admin');
  });
});

describe.each(withTexts)('%s, its field %s', (name, key) => {
  it.each([
    ['a number', 7],
    ['true', true],
    ['a list', ['x']],
    ['an object', {}],
    ['{"$ne":""}', { $ne: '' }],
    ['{"$gt":""}', { $gt: '' }],
    ['{"$regex":".*"}', { $regex: '.*' }],
    ['an object with a prototype', JSON.parse('{"__proto__":{"length":1}}')],
    ['empty', ''],
  ])('%s: 422', async (_, value) => {
    const answer = call(name, { body: { ...routeOf(name).body, [key]: value } });
    expect(await refusal(answer)).toEqual({ status: 422, paths: [`body.${key}`] });
  });

  it('one character too long: 422', async () => {
    const answer = call(name, { body: { ...routeOf(name).body, [key]: routeOf(name).texts?.[key] } });
    expect(await refusal(answer)).toMatchObject({ status: 422, paths: [`body.${key}`] });
  });
});

describe.each(withParams)('%s, its %s', (name, key) => {
  it.each([
    ['empty', ''],
    ['with a path', '../me'],
    ['with a blank', 'a b'],
    ['an operator', '{"$ne":""}'],
    ['in capitals', 'A'.repeat(24)],
    ['too long', 'a'.repeat(200)],
    ['with a null byte', 'up\u0000'],
    ['twelve bytes that a driver would take', '\u00e9aaaaaaaaaaa'],
  ])('%s: 422', async (_, value) => {
    expect(await refusal(call(name, { params: { [key]: value } }))).toEqual({
      status: 422,
      paths: [`params.${key}`],
    });
  });

  it.each([
    ['__proto__', 422],
    ['constructor', key === 'slug' ? 404 : 422],
    // Their ids have another form.
    ['0'.repeat(24), /\/(members|orders|check-ins)\//.test(name) ? 422 : 404],
  ])('%s: %i', async (value, status) => {
    expect((await refusal(call(name, { params: { [key]: value } }))).status).toBe(status);
  });

  it('twice: 422', async () => {
    const answer = call(name, { params: { [key]: ['up', 'up'] } });
    expect(await refusal(answer)).toEqual({ status: 422, paths: [`params.${key}`] });
  });
});

describe('GET /api/search, its query', () => {
  it.each([
    ['', 'query.q'],
    ['?q[$ne]=', 'query.q'],
    [`?q=${'x'.repeat(101)}`, 'query.q'],
    ['?q=up&limit=1000000', 'query.limit'],
    ['?q=up&__proto__=x', 'query.__proto__'],
  ])('%s: 422', async (query, path) => {
    const answer = call('GET /api/search', { path: `/api/search${query}` });
    expect((await refusal(answer)).paths).toContain(path);
  });
});

describe('GET /api/films/[slug]/comments, its query', () => {
  it.each([
    ['?order=best', 'query.order'],
    ['?order=newest&order[$ne]=', 'query.order[$ne]'],
    ['?cursor=', 'query.cursor'],
    ['?cursor[$ne]=', 'query.cursor[$ne]'],
    ['?cursor=%00', 'query.cursor'],
    [`?cursor=${'x'.repeat(5000)}`, 'query.cursor'],
    ['?limit=1000000', 'query.limit'],
    ['?__proto__=x', 'query.__proto__'],
  ])('%s: 422', async (query, path) => {
    const answer = call('GET /api/films/[slug]/comments', { path: `/api/films/up/comments${query}` });
    expect(await refusal(answer)).toEqual({ status: 422, paths: [path] });
  });
});

describe.each(changing)('%s, with a cookie', (name) => {
  it.each([
    ['from another site', { origin: 'https://elsewhere.example' }],
    ['from another port', { origin: 'http://marquee.test:81' }],
    ['from a site whose name begins with ours', { origin: 'http://marquee.test.elsewhere.example' }],
    ['from nowhere', { origin: 'null' }],
    ['from what is no address', { origin: '{"$ne":""}' }],
    ['without an origin', {}],
    ['without an origin, from a site beside ours', { 'sec-fetch-site': 'same-site' }],
    ['without an origin, typed into the address bar', { 'sec-fetch-site': 'none' }],
  ])('%s: 403', async (_, headers: Record<string, string>) => {
    const answer = call(name, { headers: { cookie: `nf_jwt=${oona.accessToken}`, ...headers } });
    expect(await refusal(answer)).toEqual({ status: 403, paths: [] });
  });
});

describe.each(names)('%s, with a parameter twice', (name) => {
  it.each(['?q=up&q=heat', '?q=up&q=up', '?order=newest&%6frder=oldest'])(
    '%s: 422 (parameter-twice)',
    async (query) => {
      const path = `${name.split(' ')[1]}${query}`;
      const { status, body } = await call(name, { path });
      expect([status, body.code]).toEqual([422, 'invalid']);
    },
  );
});

describe.each(names.filter(isInternal))('%s, without the secret (secret-before-body)', (name) => {
  it.each(['', '{', 'no JSON', '{"x":1}', '{"programme":true}', 'x'.repeat(2 * 1024 * 1024)])(
    'and the body %.20s: 403',
    async (body) => {
      for (const accessToken of ['', 'x'.repeat(40), oona.accessToken]) {
        expect(await refusal(call(name, { body, accessToken }))).toEqual({ status: 403, paths: [] });
      }
    },
  );
});

describe('POST /api/films/[slug]/comments, its Idempotency-Key', () => {
  it.each(['short', 'x'.repeat(201), 'with a blank', 'n\u00e9e-n\u00e9e-n\u00e9e'])(
    '%j: 422',
    async (key) => {
      const answer = call('POST /api/films/[slug]/comments', { headers: { 'idempotency-key': key } });
      expect(await refusal(answer)).toEqual({ status: 422, paths: ['headers.idempotency-key'] });
    },
  );
});

const protectedRoutes = [
  'POST /api/films/[slug]/comments',
  'DELETE /api/comments/[id]',
  'PATCH /api/me',
  'PUT /api/me/email',
  'GET /api/me/profile',
  'PUT /api/me/profile',
  'DELETE /api/me/sessions',
];
describe.each(protectedRoutes)('%s, its token', (name) => {
  it.each([
    ['nonsense', 'nonsense'],
    ['of three parts', 'a.b.c'],
    ['an operator', '{"$ne":""}'],
    ['very long', 'x'.repeat(7000)],
    ['unsigned', `${btoa('{"alg":"none"}')}.${btoa('{"sub":"0","exp":99999999999}')}.`],
  ])('%s: 401', async (_, accessToken) => {
    expect(await refusal(call(name, { accessToken }))).toEqual({ status: 401, paths: [] });
  });
});

describe('after all of this', () => {
  it('nothing was written, neither here nor in Identity', async () => {
    expect(await everything()).toEqual(before);
  });
});
