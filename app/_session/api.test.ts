import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { type ProblemCode, problems } from '@/lib/problem';
import { type ApiError, callApi } from './api';

const NOW = new Date('2026-11-30T09:00:00Z');
const request = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  vi.stubGlobal('fetch', request);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  request.mockReset();
});

function refusal(code: ProblemCode, more: object = {}, headers: Record<string, string> = {}): Response {
  const problem = { type: `urn:marquee:problem:${code}`, ...problems[code], code, instance: 'r-1', ...more };
  return Response.json(problem, {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}

/** What a call ends with when the server answers so. */
async function errorOf(response: Response): Promise<ApiError> {
  request.mockResolvedValueOnce(response);
  const result = await callApi('GET', '/api/me', { response: z.null() });
  if (result.ok) throw new Error('It was not refused.');
  return result.error;
}

const inSeconds = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

describe('a call of our own API', () => {
  it('sends the body as JSON under its key, and hands on what the schema takes of the response', async () => {
    request.mockResolvedValueOnce(Response.json({ id: 'c-1', more: true }, { status: 201 }));
    const response = z.object({ id: z.string() });
    const call = {
      body: { body: 'Hello' },
      query: { a: '1', b: undefined },
      idempotencyKey: 'k-1',
      response,
    };
    expect(await callApi('POST', '/api/films/alma/comments', call)).toEqual({
      ok: true,
      data: { id: 'c-1' },
    });
    const [path, init] = request.mock.calls[0] ?? [];
    expect(path).toBe('/api/films/alma/comments?a=1');
    expect(init).toMatchObject({ method: 'POST', body: '{"body":"Hello"}' });
    expect(Object.fromEntries(new Headers(init?.headers))).toEqual({
      'content-type': 'application/json',
      'idempotency-key': 'k-1',
    });
  });

  it('reads a response without a body as null', async () => {
    request.mockResolvedValueOnce(new Response(null, { status: 204 }));
    const call = { response: z.null() };
    expect(await callApi('DELETE', '/api/session', call)).toEqual({ ok: true, data: null });
  });

  it('does not throw without a network, and says when to try again', async () => {
    request.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    expect(await callApi('GET', '/api/me', { response: z.null() })).toMatchObject({
      ok: false,
      error: { code: 'offline', status: 0, retryAt: inSeconds(20) },
    });
  });
});

describe('a refusal of our own API', () => {
  it('says when the same may work where waiting helps', async () => {
    const detail = 'You posted 6 seconds ago. Wait 4 more, then post. We’ve kept your text.';
    const error = await errorOf(refusal('posting-too-fast', { detail }, { 'retry-after': '4' }));
    expect(error).toMatchObject({ status: 429, message: detail, retryAt: inSeconds(4) });
    expect(await errorOf(refusal('too-many-requests'))).toMatchObject({ retryAt: inSeconds(20) });
  });

  it('leads to signing in when the session has ended', async () => {
    expect(await errorOf(refusal('session-invalid'))).toMatchObject({
      message: 'Your session has ended. Sign in again.',
      retryAt: null,
      actions: [{ label: 'Sign in', href: '/sign-in' }],
    });
  });

  it('says what cannot be reached', async () => {
    const detail = 'Nothing is lost. Try again in a few seconds.';
    const error = await errorOf(refusal('database-unavailable', { detail }, { 'retry-after': '5' }));
    const message = 'Our database is not responding. Nothing is lost. Try again in a few seconds.';
    expect(error).toMatchObject({ message, retryAt: inSeconds(5) });
  });

  it('names the fields that are wrong', async () => {
    const errors = [{ path: 'body.body', message: 'Write something first.' }];
    const error = await errorOf(refusal('invalid', { errors }));
    expect(error).toMatchObject({ message: 'Write something first.', fields: errors, retryAt: null });
  });

  it('gives the request number of our own mistakes', async () => {
    const error = await errorOf(refusal('internal', { detail: 'Try again.' }));
    const message = 'Something went wrong on our side. Try again. It is r-1.';
    expect(error).toMatchObject({ message, requestId: 'r-1' });
  });

  it.each([
    ['a page of a proxy', () => new Response('<h1>502</h1>', { status: 502 }), 502],
    ['an answer of another shape', () => Response.json({ user: 1 }), 200],
    ['an answer that is cut off', () => new Response('{"us', { status: 200 }), 200],
    [
      'a problem that is cut off',
      () => new Response('{"co', { status: 500, headers: { 'content-type': 'application/problem+json' } }),
      500,
    ],
  ])('has a sentence for %s', async (_name, response, status) => {
    const message = 'Something went wrong. Try again.';
    expect(await errorOf(response())).toMatchObject({ code: 'unknown', status, message, retryAt: null });
  });

  it.each([
    ['discussion-closed', 'This film’s discussion is closed. We’ve kept your text.'],
    ['too-many-links', 'This has 5 links, and a comment can have 3. Remove 2 and post again.'],
    ['preview-read-only', 'This preview reads the database of the site and changes nothing.'],
  ] as const)('%s is said as the server says it, with nothing to wait for', async (code, detail) => {
    expect(await errorOf(refusal(code, { detail }))).toMatchObject({ message: detail, retryAt: null });
  });
});

describe('a call of somebody who is signed in', () => {
  const token = (value: string) => ({
    access_token: value,
    refresh_token: `${value}-refresh`,
    expires_in: 3600,
  });
  const saved = {
    id: 'u-1',
    email: 'ada@example.org',
    token: { ...token('old'), expires_at: inSeconds(3600).getTime() },
  };

  beforeEach(() => {
    const items = new Map([['gotrue.user', JSON.stringify(saved)]]);
    const localStorage = {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
      removeItem: (key: string) => void items.delete(key),
    };
    vi.stubGlobal('window', Object.assign(new EventTarget(), { localStorage }));
    vi.stubGlobal('navigator', {});
  });

  it('renews a token that the server refuses and sends the call again, once', async () => {
    request
      .mockResolvedValueOnce(refusal('session-invalid'))
      .mockResolvedValueOnce(Response.json(token('new')))
      .mockResolvedValueOnce(refusal('session-invalid'));
    const result = await callApi('GET', '/api/me', { response: z.null() });
    expect(result).toMatchObject({ ok: false, error: { code: 'session-invalid' } });
    const sent = request.mock.calls.map(([path, init]) => [
      path,
      new Headers(init?.headers).get('authorization'),
    ]);
    expect(sent).toEqual([
      ['/api/me', 'Bearer old'],
      ['/.netlify/identity/token', null],
      ['/api/me', 'Bearer new'],
    ]);
  });

  it('goes without a token where anybody may ask', async () => {
    request.mockResolvedValueOnce(new Response(null, { status: 204 }));
    await callApi('GET', '/api/search', { response: z.null(), anonymous: true });
    expect(new Headers(request.mock.calls[0]?.[1]?.headers).has('authorization')).toBe(false);
  });
});
