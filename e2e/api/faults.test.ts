import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Site, startSite } from '../fixtures/site';

/** The artifact as it is deployed, behind the edge, while parts of it fail. Its database and Identity are its own. */
let site: Site;
beforeAll(async () => {
  site = await startSite({ seed: 'small' });
}, 240_000);
afterAll(() => site?.stop());

const IDENTITY = '/.netlify/identity';
const password = 'a good long password';

// As the routes answer: each test says what it expects.
// oxlint-disable-next-line typescript/no-explicit-any
type Answer = { status: number; headers: Headers; body: any };

async function call(method: string, path: string, body?: unknown, token?: string): Promise<Answer> {
  const headers = new Headers();
  if (path.startsWith('/api/') && body !== undefined) headers.set('content-type', 'application/json');
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  const response = await fetch(`${site.url}${path}`, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text.startsWith('{') ? JSON.parse(text) : text,
  };
}

async function signUpAndConfirm(email: string): Promise<{ id: string; token: string }> {
  const account = { email, password, data: { full_name: 'Oona Reyes' } };
  const { status, body } = await call('POST', `${IDENTITY}/signup`, account);
  expect(status).toBe(200);
  const mails = await fetch(`${site.url}/__local/mail.json?to=${encodeURIComponent(email)}`);
  const token = /confirmation_token=([\w-]+)/.exec(await mails.text())?.[1];
  const verified = await call('POST', `${IDENTITY}/verify`, { type: 'signup', token });
  expect(verified.status).toBe(200);
  return { id: body.id, token: verified.body.access_token };
}

const newAddress = () => `${randomUUID()}@marquee.example`;
const askMe = (token: string) => call('GET', '/api/me', undefined, token);
const rename = (token: string) => call('PATCH', '/api/me', { name: 'Oona' }, token);

const say = (path: string, token: string) =>
  fetch(`${site.url}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify({ body: 'The snow is the main character.' }),
  });

const database = async (action: 'kill' | 'start') => {
  const { status } = await call('POST', '/__local/mongodb', { action });
  expect(status).toBeLessThan(300);
};

describe('Identity down', () => {
  let token: string;
  beforeAll(async () => {
    ({ token } = await signUpAndConfirm(newAddress()));
    await call('POST', '/__local/faults', { kind: 'refuse' });
  });
  afterAll(() => call('DELETE', '/__local/faults'));

  test('what reads no account is as ever', async () => {
    expect((await call('GET', '/api/programme')).status).toBe(200);
    expect(await call('GET', '/api/me')).toMatchObject({ status: 200, body: { user: null } });
  });

  test('a protected call is 503 with Retry-After, and nobody is signed out', async () => {
    const { status, headers, body } = await rename(token);
    expect([status, body.code]).toEqual([503, 'identity-unavailable']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(headers.getSetCookie()).toEqual([]);
  });

  test('signing out works', async () => {
    const { status, headers } = await call('DELETE', '/api/session');
    expect([status, headers.getSetCookie().length]).toEqual([204, 1]);
  });

  test('the health check says so', async () => {
    const { status, body } = await call('GET', '/api/health');
    expect(status).toBe(503);
    expect(body).toMatchObject({ status: 'degraded', database: 'up', identity: 'down' });
  });

  test('a protected call works again when it is back', async () => {
    await call('DELETE', '/__local/faults');
    expect((await rename(token)).status).toBe(200);
  });
});

describe('the database down', () => {
  afterEach(() => database('start'));

  test('the API is 503 with Retry-After, in the middle of a warm function, and recovers by itself', async () => {
    const { token } = await signUpAndConfirm(newAddress());
    expect((await rename(token)).status).toBe(200);
    await database('kill');
    for (const answer of [await call('GET', '/api/programme'), await rename(token)]) {
      expect([answer.status, answer.body.code, answer.headers.get('retry-after')]).toEqual([
        503,
        'database-unavailable',
        '5',
      ]);
    }
    const { status, body } = await call('GET', '/api/health');
    expect(status).toBe(503);
    expect(body).toMatchObject({ status: 'degraded', database: 'down', identity: 'up' });
    await database('start');
    expect((await call('GET', '/api/programme')).status).toBe(200);
    expect((await rename(token)).status).toBe(200);
    expect((await call('GET', '/api/health')).status).toBe(200);
  });

  test('what fails has the headers of what does not', async () => {
    await database('kill');
    for (const [path, status] of [
      ['/search?q=bill', 500],
      ['/api/programme', 503],
    ] as const) {
      const answer = await fetch(site.url + path);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-security-policy')).toContain("script-src-attr 'none'");
      expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('x-frame-options')).toBe('DENY');
    }
  });

  test('whatever needs it says when to come again, pages too (retry-after, broken-socket-is-not-our-mistake)', async () => {
    const paths = ['/api/films/fargo/comments', '/api/films/fargo', '/api/search?q=b', '/search?q=b'];
    // Warm, so that what breaks is a connection in use.
    for (const path of paths) await call('GET', path);
    await database('kill');
    for (const path of [...paths, '/api/health']) {
      const { status, headers, body } = await call('GET', path);
      expect([path, status]).toEqual([path, path.startsWith('/api/') ? 503 : 500]);
      expect(headers.get('retry-after'), path).toMatch(/^[1-9]\d*$/);
      expect(headers.get('x-local-netlify-cdn-cache-control') ?? '', path).not.toMatch(/max-age=[1-9]/);
      if (path.startsWith('/api/films/')) expect(body.code).toBe('database-unavailable');
    }
  });

  test('people sign up all the same, and are members with their first request after it', async () => {
    await database('kill');
    const { token } = await signUpAndConfirm(newAddress());
    await database('start');
    const { status, body } = await askMe(token);
    expect([status, body.user.name, body.user.roles]).toEqual([200, 'Oona Reyes', ['member']]);
    expect((await rename(token)).status).toBe(200);
  });
});

describe('an operator changes an account', () => {
  test('and the next page shows it: the event reaches user-events as Netlify delivers it', async () => {
    const { id, token } = await signUpAndConfirm(newAddress());
    const path = '/api/films/fargo/comments';
    expect((await say(path, token)).status).toBe(201);
    const author = async () => (await call('GET', path)).body.items[0].author;
    expect(await author()).toEqual({ id, name: 'Oona Reyes', kind: 'member', staff: false });

    const user = `${IDENTITY}/admin/users/${id}`;
    const changes = { app_metadata: { roles: ['staff'] }, user_metadata: { full_name: 'Oona R.' } };
    await call('PUT', user, changes, site.operatorToken);
    expect(await author()).toEqual({ id, name: 'Oona R.', kind: 'member', staff: true });

    await call('DELETE', user, undefined, site.operatorToken);
    expect(await author()).toEqual({ id, name: 'Former member', kind: 'deleted', staff: false });
  });
});
