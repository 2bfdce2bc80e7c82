import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { planStages, recordCommands } from '../../e2e/fixtures/recorded-commands';
import { emptyCollections, useTestDatabase } from '../../e2e/fixtures/test-database';
import { ProblemError } from '../problem';
import {
  consumeNewAccountQuota,
  refundNewAccountQuota,
  releaseBody,
  reserveBody,
  withPostingLimits,
} from './posting-limits';

// Years ahead: a turn whose time is over may be tidied away by the database at any moment.
const at = (second: number) => new Date(Date.UTC(2096, 10, 20, 18, 0, second));
const HOUR = 3600;
let drop: () => Promise<void>;
beforeAll(async () => (drop = await useTestDatabase()));
afterAll(() => drop());
beforeEach(() => emptyCollections('comment-paces', 'comment-first-days'));

/** `taken`, or the code and the seconds to wait. */
async function attempt(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'taken';
  } catch (error) {
    if (error instanceof ProblemError) return `${error.code} ${error.options.retryAfterSeconds}`;
    throw error;
  }
}

describe('the same words', () => {
  const take = (body: string, commentId: string, second: number, authorId = 'oona') =>
    attempt(reserveBody({ authorId, body, commentId }, at(second)));

  it('are refused for six minutes, whatever stands between them', async () => {
    expect(await take('The snow!', 'c1', 0)).toBe('taken');
    expect(await take('the  SNOW', 'c2', 1)).toBe('duplicate-comment 359');
    expect(await take('The snow', 'c2', 359)).toBe('duplicate-comment 1');
    expect(await take('The snow', 'c2', 360)).toBe('taken');
  });

  it('may be said by somebody else, and other words by the same', async () => {
    expect(await take('The snow!', 'c1', 0)).toBe('taken');
    expect(await take('The snow!', 'c2', 0, 'pat')).toBe('taken');
    expect(await take('The rain!', 'c3', 0)).toBe('taken');
  });

  it('belong to their comment: it may have them again', async () => {
    expect(await take('The snow!', 'c1', 0)).toBe('taken');
    expect(await take('The snow!', 'c1', 5)).toBe('taken');
  });

  it('go to one of ten that come at once', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, (_, n) => take('The snow!', `c${n}`, 0)));
    expect(all.toSorted()).toEqual([...Array.from({ length: 9 }, () => 'duplicate-comment 360'), 'taken']);
  });

  it('are free again when they are given back', async () => {
    await take('The snow!', 'c1', 0);
    await releaseBody({ authorId: 'oona', body: 'The snow!', commentId: 'another' });
    expect(await take('The snow!', 'c2', 0)).toBe('duplicate-comment 360');
    await releaseBody({ authorId: 'oona', body: 'The snow!', commentId: 'c1' });
    expect(await take('The snow!', 'c2', 0)).toBe('taken');
  });
});

describe('the first day of an account', () => {
  const take = (commentId: string, ageSeconds: number, id = 'oona') =>
    attempt(consumeNewAccountQuota({ id, createdAt: at(0) }, commentId, at(ageSeconds)));
  const twenty = () => Promise.all(Array.from({ length: 20 }, (_, n) => take(`c${n}`, 60)));

  it('has room for twenty comments', async () => {
    expect(await twenty()).toEqual(Array.from({ length: 20 }, () => 'taken'));
    expect(await take('c20', 23 * HOUR)).toBe('new-account-limit 3600');
    expect(await take('c20', 24 * HOUR)).toBe('taken');
  });

  it('has room for twenty of thirty that come at once', async () => {
    const all = await Promise.all(Array.from({ length: 30 }, (_, n) => take(`c${n}`, 60)));
    expect(all.filter((result) => result === 'taken')).toHaveLength(20);
    expect(all.filter((result) => result === 'new-account-limit 86340')).toHaveLength(10);
  });

  it('counts one comment once, however often it comes', async () => {
    await twenty();
    expect(await take('c7', 60)).toBe('taken');
    const again = await Promise.all(Array.from({ length: 10 }, () => take('once', 60, 'pat')));
    expect(new Set(again)).toEqual(new Set(['taken']));
    for (let n = 0; n < 19; n += 1) expect(await take(`p${n}`, 60, 'pat')).toBe('taken');
    expect(await take('one more', 60, 'pat')).toBe('new-account-limit 86340');
  });

  it('has room again for what was given back', async () => {
    await twenty();
    await refundNewAccountQuota({ id: 'oona', createdAt: at(0) }, 'c3');
    expect(await take('c20', 60)).toBe('taken');
    expect(await take('c21', 60)).toBe('new-account-limit 86340');
  });

  it('is over for older accounts, which are not even counted', async () => {
    const commands = await recordCommands(() => take('c1', 24 * HOUR));
    expect(commands).toEqual([]);
  });

  it('is today for an account of which nobody said when it was made', async () => {
    const unknown = (n: number) =>
      attempt(consumeNewAccountQuota({ id: 'ivo', createdAt: null }, `c${n}`, at(n)));
    for (let n = 0; n < 20; n += 1) expect(await unknown(n)).toBe('taken');
    expect(await unknown(20)).toBe('new-account-limit 86400');
  });
});

describe('all limits together', () => {
  const posting = (commentId: string, body: string, second: number) => ({
    writer: { id: 'oona', createdAt: at(-60) },
    commentId,
    body,
    now: at(second),
  });
  const done = () => Promise.resolve('done');
  const refused = () => Promise.reject(new ProblemError('conflict'));

  it('give everything back when the work is refused', async () => {
    expect(await attempt(withPostingLimits(posting('c1', 'The snow!', 0), refused))).toBe(
      'conflict undefined',
    );
    expect(await withPostingLimits(posting('c2', 'The snow!', 0), done)).toBe('done');
  });

  it('give back what they took before one of them refused', async () => {
    await withPostingLimits(posting('c1', 'The snow!', 0), done);
    expect(await attempt(withPostingLimits(posting('c2', 'The snow!', 20), done))).toBe(
      'duplicate-comment 340',
    );
    // The pace was given back: other words may come at once.
    expect(await withPostingLimits(posting('c3', 'The rain!', 20), done)).toBe('done');
  });

  it('keep their turns for the same request when it failed otherwise', async () => {
    const broken = () => Promise.reject(new Error('the database went'));
    await expect(withPostingLimits(posting('c1', 'The snow!', 0), broken)).rejects.toThrow(
      'the database went',
    );
    expect(await attempt(withPostingLimits(posting('c2', 'The rain!', 1), done))).toBe('posting-too-fast 9');
    expect(await withPostingLimits(posting('c1', 'The snow!', 2), done)).toBe('done');
  });

  it('are one conditional write each, by an index', async () => {
    const commands = await recordCommands(() => withPostingLimits(posting('c1', 'The snow!', 0), done));
    const names = commands.map(({ name, collection }) => `${name} ${collection}`);
    expect(names).toEqual(['update comment-paces', 'update comment-paces', 'update comment-first-days']);
    for (const command of commands) expect(await planStages(command)).not.toContain('COLLSCAN');
  });
});
