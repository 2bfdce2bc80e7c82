import * as fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { planStages, recordCommands } from '../../e2e/fixtures/recorded-commands';
import { databaseContents, useTestDatabase } from '../../e2e/fixtures/test-database';
import { ProblemError } from '../problem';
import { consume, consumeAll, type RateLimit, schedule } from './rate-limit';

// Years ahead: a schedule that is over may be tidied away by the database at any moment.
const START = Date.UTC(2096, 10, 20, 18);
const at = (second: number) => new Date(START + second * 1000);
/** One every ten seconds. */
const limit: RateLimit = {
  name: 'test',
  limit: 6,
  perSeconds: 60,
  burst: 3,
  by: 'client address',
  refusal: (wait) => `Try again in ${wait}.`,
};
/** One every three minutes. */
const mails: RateLimit = { ...limit, name: 'mails', limit: 5, perSeconds: 900 };
beforeAll(useTestDatabase);
afterEach(() => vi.unstubAllEnvs());

let keys = 0;
const newKey = () => `key-${(keys += 1)}`;

/** `taken`, or the seconds to wait. */
async function outcome(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return 'taken';
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'too-many-requests') {
      return error.options.retryAfterSeconds;
    }
    throw error;
  }
}

describe('consume', () => {
  it('is one write by an index, also when it refuses', async () => {
    const key = newKey();
    const commands = await recordCommands(async () => {
      for (let n = 0; n < 4; n += 1) await outcome(consume(limit, key, at(0)));
    });
    expect(commands.map(({ name, collection }) => `${name} ${collection}`)).toEqual(
      Array.from({ length: 4 }, () => 'findAndModify rate-limits'),
    );
    for (const command of commands) expect(await planStages(command)).not.toContain('COLLSCAN');
  });

  it('never lets two that race both pass: of twenty at once three are taken', async () => {
    for (let round = 0; round < 10; round += 1) {
      const key = newKey();
      const all = await Promise.all(Array.from({ length: 20 }, () => outcome(consume(limit, key, at(0)))));
      expect(all.filter((one) => one === 'taken')).toHaveLength(3);
      expect(all.filter((one) => one === 10)).toHaveLength(17);
    }
  });

  it('decides in the database as `schedule` does here, whatever comes and is given back', async () => {
    const acts = fc.array(
      fc.record({ pause: fc.integer({ min: 0, max: 25_000 }), isRefused: fc.boolean() }),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        const key = newKey();
        let [now, arrivesAt] = [START, 0];
        for (const { pause, isRefused } of list) {
          now += pause;
          const next = schedule(limit, arrivesAt, new Date(now), 1);
          const taken = consume(limit, key, new Date(now));
          if (next.waitMs > 0) {
            expect(await outcome(taken)).toBe(Math.ceil(next.waitMs / 1000));
          } else if (isRefused) {
            await (await taken).refund(new Date(now)); // as if it had not come
          } else {
            await taken;
            arrivesAt = next.arrivesAt;
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('counts callers apart, and limits', async () => {
    const [one, other] = [newKey(), newKey()];
    for (let n = 0; n < 3; n += 1) await consume(limit, one, at(0));
    expect(await outcome(consume(limit, one, at(0)))).toBe(10);
    expect(await outcome(consume(limit, other, at(0)))).toBe('taken');
    expect(await outcome(consume({ ...limit, name: 'another' }, one, at(0)))).toBe('taken');
  });

  it('stores nobody’s address, and counts on when the password of the database changes', async () => {
    vi.stubEnv('INTERNAL_SECRET', 'a'.repeat(32));
    for (let n = 0; n < 3; n += 1) await consume(limit, '203.0.113.7', at(0));
    expect(JSON.stringify(await databaseContents())).not.toContain('203.0.113.7');
    const uri = process.env.MONGODB_URI ?? '';
    vi.stubEnv('MONGODB_URI', `${uri}&appName=another`);
    expect(await outcome(consume(limit, '203.0.113.7', at(0)))).toBe(10);
    vi.stubEnv('INTERNAL_SECRET', 'b'.repeat(32));
    expect(await outcome(consume(limit, '203.0.113.7', at(0)))).toBe('taken');
  });
});

describe('refund', () => {
  it('makes room for exactly one more', async () => {
    const key = newKey();
    const first = await consume(limit, key, at(0));
    await consume(limit, key, at(0));
    await consume(limit, key, at(0));
    await first.refund(at(0));
    expect(await outcome(consume(limit, key, at(0)))).toBe('taken');
    expect(await outcome(consume(limit, key, at(0)))).toBe(10);
  });

  it('gives nothing back that the clock gave back already', async () => {
    const key = newKey();
    const first = await consume(limit, key, at(0));
    for (let n = 0; n < 3; n += 1) await consume(limit, key, at(30));
    await first.refund(at(30));
    expect(await outcome(consume(limit, key, at(30)))).toBe(10);
  });
});

describe('consumeAll', () => {
  it('takes from all, or from none', async () => {
    const [account, address] = [newKey(), newKey()];
    const both = () =>
      consumeAll(
        [
          [mails, account],
          [{ ...limit, burst: 1 }, address],
        ],
        at(0),
      );
    const first = await both();
    for (let n = 0; n < 5; n += 1) expect(await outcome(both())).toBe(10);
    // None of the five was counted for the account: two of three are left.
    for (let n = 0; n < 2; n += 1) await consume(mails, account, at(0));
    expect(await outcome(consume(mails, account, at(0)))).toBe(180);
    await first.refund(at(0));
    expect(await outcome(both())).toBe('taken');
  });
});
