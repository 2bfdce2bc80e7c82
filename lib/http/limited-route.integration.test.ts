import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { recordCommands } from '../../e2e/fixtures/recorded-commands';
import { useTestDatabase } from '../../e2e/fixtures/test-database';
import { ProblemError } from '../problem';
import type { RateLimit } from '../rate-limit/rate-limit';
import { createRoutes } from './define-route';

const { defineAct, defineRead } = createRoutes({
  purge: () => undefined,
  deliver: () => undefined,
  siteTag: 'site',
});

beforeAll(useTestDatabase);
afterEach(() => vi.useRealTimers());

let names = 0;
/** One that no other test has used: two at once, one more each ten seconds. */
const newLimit = (rest: Partial<RateLimit> = {}): RateLimit => ({
  name: `limit-${(names += 1)}`,
  limit: 6,
  perSeconds: 60,
  burst: 2,
  by: 'client address',
  refusal: (wait) => `Try again in ${wait}.`,
  ...rest,
});

const bodySchema = z.strictObject({ text: z.string() });
const act = (limit: RateLimit | readonly RateLimit[]) =>
  defineAct({
    access: 'public',
    limit,
    body: bodySchema,
    response: z.null(),
    handler: async ({ body }) => {
      if (body.text === 'refuse') throw new ProblemError('conflict');
      if (body.text === 'break') throw new Error('broken');
      return null;
    },
  });

async function statusOf(
  route: ReturnType<typeof act>,
  text: unknown = 'x',
  ip = '192.0.2.1',
): Promise<number> {
  const headers = { 'content-type': 'application/json', 'x-nf-client-connection-ip': ip };
  const request = new Request('http://marquee.test/', {
    method: 'POST',
    headers,
    body: JSON.stringify({ text }),
  });
  return (await route(request, { params: Promise.resolve({}) })).status;
}

/** Years ahead: the database tidies up by its own clock. */
function stopTheClock(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2096, 0, 1) });
}

describe('a route with a limit', () => {
  it('is refused when it is called too often, by one address and not by another', async () => {
    stopTheClock();
    const route = act(newLimit());
    expect([await statusOf(route), await statusOf(route), await statusOf(route)]).toEqual([204, 204, 429]);
    expect(await statusOf(route, 'x', '192.0.2.2')).toBe(204);
    vi.setSystemTime(Date.UTC(2096, 0, 1) + 10_000);
    expect([await statusOf(route), await statusOf(route)]).toEqual([204, 429]);
  });

  it('counts no request that is refused, but one that fails', async () => {
    stopTheClock();
    const route = act(newLimit());
    for (let n = 0; n < 5; n += 1) {
      expect([await statusOf(route, 'refuse'), await statusOf(route, 7)]).toEqual([409, 422]);
    }
    expect([await statusOf(route, 'break'), await statusOf(route)]).toEqual([500, 204]);
    expect(await statusOf(route)).toBe(429);
  });

  it('counts refused requests too where the limit says so', async () => {
    stopTheClock();
    const route = act(newLimit({ countsRefused: true }));
    // What has the wrong shape tells nobody anything.
    const statuses = [
      await statusOf(route, 7),
      await statusOf(route, 'refuse'),
      await statusOf(route, 'refuse'),
    ];
    expect([...statuses, await statusOf(route)]).toEqual([422, 409, 409, 429]);
  });

  it('of several takes all, or none', async () => {
    stopTheClock();
    const [wide, narrow] = [newLimit(), newLimit({ burst: 1 })];
    const both = act([wide, narrow]);
    expect([await statusOf(both), await statusOf(both), await statusOf(both)]).toEqual([204, 429, 429]);
    expect([await statusOf(act(wide)), await statusOf(act(wide))]).toEqual([204, 429]);
  });

  it('is asked before the body is read', async () => {
    stopTheClock();
    const route = act(newLimit({ burst: 1 }));
    await statusOf(route);
    const body = new ReadableStream(
      { pull: () => Promise.reject(new Error('It was read.')) },
      { highWaterMark: 0 },
    );
    const headers = { 'x-nf-client-connection-ip': '192.0.2.1' };
    const request = new Request('http://marquee.test/', {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
    } as RequestInit);
    expect((await route(request, { params: Promise.resolve({}) })).status).toBe(429);
  });

  it('costs a read one query, of which every tenth is a write', async () => {
    const limit = newLimit({ burst: 20, countOneIn: 10 });
    const route = defineRead({
      access: 'public',
      cache: 'none',
      limit,
      response: z.null(),
      handler: async () => null,
    });
    const commands = await recordCommands(() =>
      route(new Request('http://marquee.test/'), { params: Promise.resolve({}) }),
    );
    expect(commands.map(({ collection }) => collection)).toEqual(['rate-limits']);
  });
});
