import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planStages, recordCommands } from '../../e2e/fixtures/recorded-commands';
import { useTestDatabase } from '../../e2e/fixtures/test-database';
import { ProblemError } from '../problem';
import { consumePostInterval, refundPostInterval } from './posting-limits';

// Years ahead: a turn whose time is over may be tidied away by the database at any moment.
const at = (second: number) => new Date(Date.UTC(2096, 10, 20, 18, 0, second));
let drop: () => Promise<void>;
beforeAll(async () => (drop = await useTestDatabase()));
afterAll(() => drop());

/** `taken`, or the seconds to wait. */
async function attempt(member: string, key: string, now: Date): Promise<string | number | undefined> {
  try {
    await consumePostInterval(member, key, now);
    return 'taken';
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'posting-too-fast')
      return error.options.retryAfterSeconds;
    throw error;
  }
}

describe('consumePostInterval', () => {
  it('gives twenty requests of one member at once one turn', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, (_, n) => attempt('a', `key-${n}`, at(0))));
    expect(all.filter((result) => result === 'taken')).toHaveLength(1);
    expect(all.filter((result) => result === 10)).toHaveLength(19);
  });

  it('says how long to wait, and is over after ten seconds', async () => {
    expect(await attempt('b', 'one', at(0))).toBe('taken');
    expect(await attempt('b', 'two', at(6))).toBe(4);
    expect(await attempt('b', 'two', at(9))).toBe(1);
    expect(await attempt('b', 'two', at(10))).toBe('taken');
  });

  it('lets the same request come again, ten times at once', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => attempt('c', 'same', at(0))));
    expect(all).toEqual(Array.from({ length: 10 }, () => 'taken'));
  });

  it('keeps members apart', async () => {
    expect(await attempt('d', 'key', at(0))).toBe('taken');
    expect(await attempt('e', 'key', at(0))).toBe('taken');
  });

  it('is one conditional write, by an index', async () => {
    const commands = await recordCommands(() => consumePostInterval('f', 'key', at(0)));
    expect(commands.map(({ name }) => name)).toEqual(['update']);
    for (const command of commands) expect(await planStages(command)).not.toContain('COLLSCAN');
  });
});

describe('refundPostInterval', () => {
  it('frees the turn for the next request', async () => {
    await consumePostInterval('g', 'refused', at(0));
    await refundPostInterval('g', 'refused');
    expect(await attempt('g', 'next', at(1))).toBe('taken');
  });

  it('gives back no turn of another request', async () => {
    await consumePostInterval('h', 'mine', at(0));
    await refundPostInterval('h', 'other');
    expect(await attempt('h', 'next', at(1))).toBe(9);
  });
});
