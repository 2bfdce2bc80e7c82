import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as limits from './limits';
import { formatWait, schedule } from './rate-limit';

const START = Date.UTC(2026, 10, 20, 18);
const limit = limits.SIGN_UP_CHECK_LIMIT;

const anyLimit = fc.record({
  limit: fc.integer({ min: 1, max: 40 }),
  perSeconds: fc.integer({ min: 1, max: 900 }),
  burst: fc.integer({ min: 1, max: 20 }),
});
/** Pauses between acts in milliseconds: many at once, some apart. */
const pauses = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30_000 })), { maxLength: 200 });

function acceptedTimes(rule: typeof limit, gaps: readonly number[]): number[] {
  let [at, arrivesAt] = [START, 0];
  return gaps.flatMap((gap) => {
    at += gap;
    const next = schedule(rule, arrivesAt, new Date(at), 1);
    if (next.waitMs > 0) return [];
    arrivesAt = next.arrivesAt;
    return [at];
  });
}

describe('schedule', () => {
  it('lets no more than limit and burst pass in any time of that length, wherever it begins', () => {
    fc.assert(
      fc.property(anyLimit, pauses, (facts, gaps) => {
        const accepted = acceptedTimes({ ...limit, ...facts }, gaps);
        for (const from of accepted) {
          const within = accepted.filter((at) => at >= from && at < from + facts.perSeconds * 1000);
          expect(within.length).toBeLessThanOrEqual(facts.limit + facts.burst);
        }
      }),
    );
  });

  it('lets the whole burst come at once, and whoever waits as long as they are told', () => {
    fc.assert(
      fc.property(anyLimit, pauses, (facts, gaps) => {
        const rule = { ...limit, ...facts };
        expect(
          acceptedTimes(
            rule,
            Array.from({ length: facts.burst + 5 }, () => 0),
          ),
        ).toHaveLength(facts.burst);
        let [at, arrivesAt] = [START, 0];
        for (const gap of gaps) {
          at += gap;
          const { waitMs } = schedule(rule, arrivesAt, new Date(at), 1);
          at += waitMs;
          const next = schedule(rule, arrivesAt, new Date(at), 1);
          expect(next.waitMs).toBe(0);
          if (waitMs > 1) expect(schedule(rule, arrivesAt, new Date(at - 1), 1).waitMs).toBe(1);
          arrivesAt = next.arrivesAt;
        }
      }),
    );
  });
});

describe('all limits', () => {
  it.each(Object.values(limits).map((one) => [one.name, one] as const))('%s', (_, one) => {
    expect(one.burst).toBeGreaterThanOrEqual(one.countOneIn ?? 1);
    // Else twice as many could come around an edge.
    expect(one.burst).toBeLessThan(one.limit);
    expect(one.refusal('40 seconds')).toMatch(/^.+\. Try again in 40 seconds\.$/);
  });

  it('have names of their own', () => {
    const names = Object.values(limits).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('formatWait', () => {
  it.each([
    [1, '1 second'],
    [99, '99 seconds'],
    [100, '2 minutes'],
    [360, '6 minutes'],
    [5940, '99 minutes'],
    [5941, '2 hours'],
    [86_400, '24 hours'],
  ])('%i s', (seconds, text) => {
    expect(formatWait(seconds)).toBe(text);
  });
});
