import { MongoNetworkError } from 'mongodb';
import { describe, expect, expectTypeOf, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { ProblemError } from '../problem';
import { createRoutes } from './define-route';
import type { Verifier } from './verifiers';

const purged: string[] = [];
const deliver = vi.fn();
const { defineRead, defineAct } = createRoutes({
  purge: (tags) => purged.push(...tags),
  deliver,
  siteTag: 'site',
});

const answerSchema = z.object({ said: z.string() });
const limit = { notCounted: 'A test.' };
const call = (handler: ReturnType<typeof defineRead>, init: RequestInit = {}, path = '/') =>
  handler(new Request(`http://marquee.test${path}`, init), { params: Promise.resolve({ id: '7' }) });

test('an act says what is to be done after its answer', async () => {
  const told = defineAct({
    access: 'public',
    limit,
    response: z.null(),
    async handler({ deliver: doLater }) {
      doLater();
      return null;
    },
  });
  await call(told, { method: 'POST' });
  expect(deliver).toHaveBeenCalledOnce();
});

describe('an answer', () => {
  test('leaves through its shape: what is not in it does not leave', async () => {
    const value = { said: 'yes', email: 'oona@marquee.example' };
    const response = await call(
      defineRead({ access: 'public', cache: 'none', response: answerSchema, handler: async () => value }),
    );
    expect(await response.json()).toEqual({ said: 'yes' });
  });

  test('of another shape is our own mistake, and says nothing', async () => {
    const wrong = { said: 7 } as unknown as { said: string };
    const response = await call(
      defineRead({ access: 'public', cache: 'none', response: answerSchema, handler: async () => wrong }),
    );
    const { code, errors } = (await response.json()) as Record<string, unknown>;
    expect([response.status, code, errors]).toEqual([500, 'internal', undefined]);
  });

  test('of null is 204', async () => {
    const response = await call(
      defineRead({ access: 'public', cache: 'none', response: z.null(), handler: async () => null }),
    );
    expect([response.status, await response.text()]).toEqual([204, '']);
  });

  test('may be 201, or what it says of itself', async () => {
    const handler = async () => ({ said: 'no' });
    expect(
      (
        await call(
          defineRead({ access: 'public', cache: 'none', status: 201, response: answerSchema, handler }),
        )
      ).status,
    ).toBe(201);
    const status = ({ said }: { said: string }) => (said === 'no' ? 503 : 200);
    expect(
      (await call(defineRead({ access: 'public', cache: 'none', status, response: answerSchema, handler })))
        .status,
    ).toBe(503);
  });

  test('carries the request id that the edge gave, or a new one', async () => {
    const route = defineRead({
      access: 'public',
      cache: 'none',
      response: answerSchema,
      handler: async () => ({ said: 'x' }),
    });
    const given = await call(route, { headers: { 'x-nf-request-id': '01GIVEN' } });
    expect(given.headers.get('x-request-id')).toBe('01GIVEN');
    expect((await call(route)).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('is cached nowhere unless the route says for how long', async () => {
    const handler = async () => ({ said: 'x' });
    const told = async (route: ReturnType<typeof defineRead>) => {
      const { headers } = await call(route);
      return ['cache-control', 'netlify-cdn-cache-control', 'netlify-cache-tag'].map((name) =>
        headers.get(name),
      );
    };
    const nowhere = ['private, no-store', 'no-store', null];
    const read = { response: answerSchema, handler };
    expect(await told(defineRead({ ...read, access: 'public', cache: 'none' }))).toEqual(nowhere);
    expect(await told(defineRead({ ...read, access: 'optional', cache: 'none' }))).toEqual(nowhere);
    expect(await told(defineAct({ ...read, limit, access: 'public' }))).toEqual(nowhere);
    const params = z.object({ id: z.string() });
    const cache = { seconds: 3600, tags: ({ id }: { id: string }) => [`film:${id}`] };
    expect(await told(defineRead({ ...read, access: 'public', params, cache }))).toEqual([
      'public, max-age=300',
      'public, max-age=3600, durable',
      'film:7,site',
    ]);
    // @ts-expect-error: what depends on the caller is cached for nobody
    defineRead({ ...read, access: 'optional', params, cache });
    // @ts-expect-error: whether it is cached is not left unsaid
    defineRead({ ...read, access: 'public' });
    // @ts-expect-error: nor who may call
    defineAct({ ...read });
  });

  test('that fails is cached nowhere, however long the route says', async () => {
    const cache = { seconds: 60, tags: () => [] };
    const handler = () => Promise.reject(new ProblemError('not-found'));
    const { status, headers } = await call(
      defineRead({ access: 'public', response: answerSchema, cache, handler }),
    );
    expect([status, headers.get('netlify-cdn-cache-control')]).toEqual([404, 'no-store']);
  });

  test('names the parameters that it depends on', async () => {
    const query = z.strictObject({ q: z.string(), cursor: z.optional(z.string()) });
    const handler = async () => ({ said: 'x' });
    const route = defineRead({ access: 'public', cache: 'none', query, response: answerSchema, handler });
    expect((await call(route, {}, '/?q=x')).headers.get('netlify-vary')).toBe('query=q|cursor');
  });

  test('may be a file, with headers of its own', async () => {
    const handler = async () => new Response('BEGIN', { headers: { 'content-type': 'text/calendar' } });
    const cache = { seconds: 60, tags: () => [] };
    const { headers } = await call(defineRead({ access: 'public', response: 'raw', cache, handler }));
    expect([headers.get('content-type'), headers.get('cache-control')]).toEqual([
      'text/calendar',
      'public, max-age=60',
    ]);
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('may set a cookie', async () => {
    const handler = async ({ setHeader }: { setHeader(name: string, value: string): void }) => {
      setHeader('set-cookie', 'a=1');
      setHeader('set-cookie', 'b=2');
      return null;
    };
    const { headers } = await call(defineAct({ access: 'public', limit, response: z.null(), handler }));
    expect(headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });
});

describe('an act', () => {
  const act = (work: (changed: (...tags: string[]) => void) => Promise<null>) =>
    call(
      defineAct({ access: 'public', limit, response: z.null(), handler: ({ changed }) => work(changed) }),
      {
        method: 'POST',
      },
    );

  test('purges what it says it has changed, and nothing else', async () => {
    purged.length = 0;
    await act(async () => null);
    expect(purged).toEqual([]);
    await act(async (changed) => {
      changed('film:up', 'films');
      return null;
    });
    expect(purged).toEqual(['film:up', 'films']);
  });
});

describe('a signed route', () => {
  const bodySchema = z.strictObject({ text: z.string() });
  const response = answerSchema;
  const handler = async ({ body }: { body: { text: string } }) => ({ said: body.text });
  const send = (signed: Verifier, body: string) =>
    call(defineAct({ access: { signed }, limit, body: bodySchema, response, handler }), {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });

  test('reads nothing of a request that its verifier refuses', async () => {
    const refuse: Verifier = () => {
      throw new ProblemError('forbidden');
    };
    for (const body of ['{"text":"x"}', '{', '', 'x'.repeat(100_000)]) {
      expect((await send(refuse, body)).status).toBe(403);
    }
  });

  test('gives its verifier the raw bytes, and parses the same', async () => {
    let seen = '';
    const verifier: Verifier = async (_, readBody) => {
      seen = Buffer.from(await readBody()).toString();
    };
    const answer = await send(verifier, '{ "text": "x" }');
    expect([seen, await answer.json()]).toEqual(['{ "text": "x" }', { said: 'x' }]);
  });
});

describe('a failure', () => {
  const failing = (error: unknown) =>
    call(
      defineRead({
        access: 'public',
        cache: 'none',
        response: answerSchema,
        handler: () => Promise.reject(error),
      }),
    );

  test('that is a refusal says why, and keeps its cause to itself', async () => {
    const cause = new Error('mongodb://user:word@host');
    const error = new ProblemError('posting-too-fast', { detail: 'Wait.', retryAfterSeconds: 4, cause });
    const response = await failing(error);
    expect(response.headers.get('retry-after')).toBe('4');
    expect(await response.json()).toEqual({
      type: 'urn:marquee:problem:posting-too-fast',
      title: 'You posted a moment ago',
      status: 429,
      code: 'posting-too-fast',
      detail: 'Wait.',
      instance: response.headers.get('x-request-id'),
    });
  });

  test('of the server says when to come again, known or not, and stands in the log once', async () => {
    const lines: string[] = [];
    const log = vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
    for (const code of ['internal', 'identity-answer-invalid', 'identity-unavailable'] as const) {
      expect((await failing(new ProblemError(code))).headers.get('retry-after')).toBe('10');
    }
    const degraded = defineRead({
      access: 'public',
      cache: 'none',
      response: answerSchema,
      status: () => 503,
      handler: async () => ({ said: 'down' }),
    });
    expect((await call(degraded)).headers.get('retry-after')).toBe('10');
    log.mockRestore();
    expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(
      Array.from({ length: 4 }, () => 'request.failed'),
    );
  });

  test('of the database is 503 with Retry-After', async () => {
    const response = await failing(new MongoNetworkError('connect ECONNREFUSED 10.0.0.1:27017'));
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await response.text()).not.toContain('10.0.0.1');
  });

  test('of ours is 500 with a fixed text, and its words are in the log alone', async () => {
    const lines: unknown[] = [];
    const log = vi.spyOn(process.stderr, 'write').mockImplementation((line) => Boolean(lines.push(line)));
    const response = await failing(new TypeError('secret of oona@marquee.example'));
    log.mockRestore();
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toContain('secret');
    expect(String(lines[0])).toContain('TypeError: secret of ***@***');
    expect(String(lines[0])).toContain(response.headers.get('x-request-id'));
  });
});

describe('a request', () => {
  const body = z.strictObject({ text: z.string() });
  const route = defineAct({
    access: 'public',
    limit,
    params: z.object({ id: z.string() }),
    query: z.strictObject({ page: z.optional(z.string()) }),
    body,
    response: answerSchema,
    handler: async (given) => {
      expectTypeOf(given.params).toEqualTypeOf<{ id: string }>();
      expectTypeOf(given.body).toEqualTypeOf<{ text: string }>();
      expectTypeOf(given.session).toEqualTypeOf<null>();
      return { said: `${given.params.id} ${given.query.page} ${given.body.text}` };
    },
  });
  const post = (text: string, path = '/?page=2') =>
    call(route, { method: 'POST', body: text, headers: { 'content-type': 'application/json' } }, path);

  test('comes in through its shapes', async () => {
    expect(await (await post('{"text":"x"}')).json()).toEqual({ said: '7 2 x' });
  });

  test.each([
    ['{"text":7}', '/', 'body.text'],
    ['{"text":"x","more":1}', '/', 'body.more'],
    ['{"text":"x"}', '/?size=9', 'query.size'],
  ])('%s to %s: 422 at %s', async (text, path, field) => {
    const response = await post(text, path);
    const { errors } = (await response.json()) as { errors: { path: string }[] };
    expect([response.status, errors.map((error) => error.path)]).toEqual([422, [field]]);
  });

  test('with a parameter twice is refused (parameter-twice)', async () => {
    for (const path of ['/?page=2&page=3', '/?page=2&page=2', '/?x=1&%78=1']) {
      const { status, headers } = await post('{"text":"x"}', path);
      expect([status, headers.get('content-type')]).toEqual([422, 'application/problem+json']);
    }
  });

  test('brings the time and the client’s address', async () => {
    const handler = async ({ now, ip }: { now: Date; ip: string }) => ({ said: `${now.getTime()} ${ip}` });
    const told = defineRead({ access: 'public', cache: 'none', response: answerSchema, handler });
    const before = Date.now();
    const answer = await call(told, { headers: { 'x-nf-client-connection-ip': '192.0.2.7' } });
    const [time, ip] = ((await answer.json()) as { said: string }).said.split(' ');
    expect(Number(time)).toBeGreaterThanOrEqual(before);
    expect(ip).toBe('192.0.2.7');
  });

  test('is not read for somebody who may not: session and permission come before shapes', async () => {
    const guarded = defineAct({
      access: 'comments:write',
      limit,
      body,
      response: answerSchema,
      handler: async ({ session }) => {
        expectTypeOf(session.accessToken).toEqualTypeOf<string>();
        return { said: '' };
      },
    });
    const response = await call(guarded, { method: 'POST', body: 'nonsense' });
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="marquee"',
    ]);
  });
});
