import { MongoNetworkError } from 'mongodb';
import { describe, expect, expectTypeOf, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { ProblemError } from '../problem';
import { defineRoute } from './define-route';

const answerSchema = z.object({ said: z.string() });
const call = (handler: ReturnType<typeof defineRoute>, init: RequestInit = {}, path = '/') =>
  handler(new Request(`http://marquee.test${path}`, init), { params: Promise.resolve({ id: '7' }) });

describe('an answer', () => {
  test('leaves through its shape: what is not in it does not leave', async () => {
    const value = { said: 'yes', email: 'oona@marquee.example' };
    const response = await call(
      defineRoute({ access: 'public', response: answerSchema, handler: async () => value }),
    );
    expect(await response.json()).toEqual({ said: 'yes' });
  });

  test('of another shape is our own mistake, and says nothing', async () => {
    const wrong = { said: 7 } as unknown as { said: string };
    const response = await call(
      defineRoute({ access: 'public', response: answerSchema, handler: async () => wrong }),
    );
    const { code, errors } = (await response.json()) as Record<string, unknown>;
    expect([response.status, code, errors]).toEqual([500, 'internal', undefined]);
  });

  test('of null is 204', async () => {
    const response = await call(
      defineRoute({ access: 'public', response: z.null(), handler: async () => null }),
    );
    expect([response.status, await response.text()]).toEqual([204, '']);
  });

  test('may be 201, or what it says of itself', async () => {
    const handler = async () => ({ said: 'no' });
    expect(
      (await call(defineRoute({ access: 'public', status: 201, response: answerSchema, handler }))).status,
    ).toBe(201);
    const status = ({ said }: { said: string }) => (said === 'no' ? 503 : 200);
    expect(
      (await call(defineRoute({ access: 'public', status, response: answerSchema, handler }))).status,
    ).toBe(503);
  });

  test('carries the request id that the edge gave, or a new one', async () => {
    const route = defineRoute({
      access: 'public',
      response: answerSchema,
      handler: async () => ({ said: 'x' }),
    });
    const given = await call(route, { headers: { 'x-nf-request-id': '01GIVEN' } });
    expect(given.headers.get('x-request-id')).toBe('01GIVEN');
    expect((await call(route)).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('is for everybody to keep only where nobody is asked for', async () => {
    const handler = async () => ({ said: 'x' });
    const cacheOf = async (access: 'public' | 'optional', method = 'GET') => {
      const { headers } = await call(defineRoute({ access, response: answerSchema, handler }), { method });
      return [headers.get('cache-control'), headers.get('netlify-cdn-cache-control')];
    };
    expect(await cacheOf('public')).toEqual(['public, max-age=0, must-revalidate', null]);
    for (const nowhere of [cacheOf('optional'), cacheOf('public', 'POST')]) {
      expect(await nowhere).toEqual(['private, no-store', 'no-store']);
    }
  });
});

describe('a failure', () => {
  const failing = (error: unknown) =>
    call(defineRoute({ access: 'public', response: answerSchema, handler: () => Promise.reject(error) }));

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
  const route = defineRoute({
    access: 'public',
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

  test('is not read for somebody who may not: session and permission come before shapes', async () => {
    const guarded = defineRoute({
      access: 'comments:write',
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
