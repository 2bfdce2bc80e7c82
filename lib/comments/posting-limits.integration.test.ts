import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { planStages, recordCommands } from '../../e2e/fixtures/recorded-commands';
import { emptyCollections, useTestDatabase } from '../../e2e/fixtures/test-database';
import { database } from '../db/client';
import { ProblemError } from '../problem';
import { withEditLimits, withPostingLimits } from './posting-limits';

// Years ahead: a document that is over may be tidied away by the database at any moment.
const START = Date.UTC(2096, 10, 20, 18);
const at = (second: number) => new Date(START + second * 1000);
const OLD = new Date('2020-01-01T12:00:00Z');
const HOUR = 3600;
beforeAll(useTestDatabase);
beforeEach(() => emptyCollections('posting-limits'));

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

interface Post {
  body?: string;
  by?: string;
  createdAt?: Date | null;
}
const done = () => Promise.resolve('done');
const refused = () => Promise.reject(new ProblemError('conflict'));

/** A comment of its own text, unless told, by an account of years ago. */
function post(
  commentId: string,
  second: number,
  { body = commentId, by = 'oona', createdAt = OLD }: Post = {},
) {
  return { author: { id: by, createdAt }, commentId, body, now: at(second) };
}
const take = (commentId: string, second: number, facts?: Post) =>
  attempt(withPostingLimits(post(commentId, second, facts), done));
const atOnce = (count: number, work: (n: number) => Promise<string>) =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)));

describe('the pause', () => {
  it('takes one of twenty comments of a member at once', async () => {
    const all = await atOnce(20, (n) => take(`c${n}`, 0));
    expect(all.filter((one) => one === 'taken')).toHaveLength(1);
    expect(all.filter((one) => one === 'posting-too-fast 10')).toHaveLength(19);
  });

  it('says how long to wait, and is over after ten seconds', async () => {
    expect(await take('c1', 0)).toBe('taken');
    expect(await take('c2', 6)).toBe('posting-too-fast 4');
    expect(await take('c2', 9)).toBe('posting-too-fast 1');
    expect(await take('c2', 10)).toBe('taken');
  });

  it('lets the same request come again, ten times at once', async () => {
    expect(new Set(await atOnce(10, () => take('same', 0)))).toEqual(new Set(['taken']));
    expect(await take('same', 5)).toBe('taken');
    expect(await take('another', 10)).toBe('taken');
  });

  it('counts members apart', async () => {
    expect(await take('c1', 0)).toBe('taken');
    expect(await take('c1', 0, { by: 'pat' })).toBe('taken');
  });
});

describe('the same text', () => {
  it('is refused for six minutes, whatever stands between its words', async () => {
    expect(await take('c1', 0, { body: 'The snow!' })).toBe('taken');
    expect(await take('c2', 11, { body: 'the  SNOW' })).toBe('duplicate-comment 349');
    expect(await take('c2', 359, { body: 'The snow' })).toBe('duplicate-comment 1');
    expect(await take('c2', 360, { body: 'The snow' })).toBe('taken');
  });

  it('may be posted by somebody else, and another text by the same', async () => {
    expect(await take('c1', 0, { body: 'The snow!' })).toBe('taken');
    expect(await take('c2', 0, { body: 'The snow!', by: 'pat' })).toBe('taken');
    expect(await take('c3', 10, { body: 'The rain!' })).toBe('taken');
  });

  const edit = (commentId: string, body: string, second: number, work: () => Promise<string> = done) =>
    attempt(withEditLimits({ authorId: 'oona', commentId, body, now: at(second) }, work));

  it('may come back to its own comment, and comes to no other by an edit', async () => {
    expect(await take('c1', 0, { body: 'The snow!' })).toBe('taken');
    expect(await edit('c1', 'The rain!', 1)).toBe('taken');
    expect(await edit('c1', 'The snow!', 2)).toBe('taken');
    expect(await edit('c2', 'The rain!', 3)).toBe('duplicate-comment 358');
    expect(await take('c3', 20, { body: 'The rain' })).toBe('duplicate-comment 341');
  });

  it('goes to one of ten edits that come at once', async () => {
    const all = await atOnce(10, (n) => edit(`c${n}`, 'The snow!', 0));
    expect(all.toSorted()).toEqual([...Array.from({ length: 9 }, () => 'duplicate-comment 360'), 'taken']);
  });

  it('is free again when the edit was refused', async () => {
    expect(await edit('c1', 'The snow!', 0, refused)).toBe('conflict undefined');
    expect(await edit('c2', 'The snow!', 0)).toBe('taken');
  });

  it('is remembered for as many comments as fit into six minutes', async () => {
    for (let n = 0; n < 36; n += 1) expect(await take(`c${n}`, n * 10)).toBe('taken');
    expect(await take('again', 359, { body: 'c0' })).toBe('posting-too-fast 1');
    expect(await take('again', 369, { body: 'c1' })).toBe('duplicate-comment 1');
    expect(await take('again', 370, { body: 'c1' })).toBe('taken');
  });
});

describe('the first day of an account', () => {
  const young = { createdAt: at(0) };
  const twenty = async () => {
    for (let n = 0; n < 20; n += 1) expect(await take(`c${n}`, n * 10, young)).toBe('taken');
  };

  it('has room for twenty comments', async () => {
    await twenty();
    expect(await take('c20', 23 * HOUR, young)).toBe('new-account-limit 3600');
    expect(await take('c20', 24 * HOUR, young)).toBe('taken');
  });

  it('has no room for the twenty-first of those that come at once', async () => {
    for (let n = 0; n < 19; n += 1) await take(`c${n}`, n * 10, young);
    const all = await atOnce(10, (n) => take(`last-${n}`, 200, young));
    expect(all.filter((one) => one === 'taken')).toHaveLength(1);
    expect(await take('c20', 300, young)).toBe('new-account-limit 86100');
  });

  it('counts one comment once, however often it comes', async () => {
    await twenty();
    expect(await take('c7', 300, young)).toBe('taken');
    for (let n = 0; n < 20; n += 1) {
      const again = await atOnce(5, () => take(`p${n}`, n * 10, { ...young, by: 'pat' }));
      expect(new Set(again)).toEqual(new Set(['taken']));
    }
    expect(await take('one more', 210, { ...young, by: 'pat' })).toBe('new-account-limit 86190');
  });

  it('has room again for what was refused', async () => {
    for (let n = 0; n < 19; n += 1) await take(`c${n}`, n * 10, young);
    expect(await attempt(withPostingLimits(post('c19', 200, young), refused))).toBe('conflict undefined');
    expect(await take('c20', 200, young)).toBe('taken');
    expect(await take('c21', 210, young)).toBe('new-account-limit 86190');
  });

  it('is over for older accounts', async () => {
    for (let n = 0; n < 25; n += 1) expect(await take(`c${n}`, n * 10)).toBe('taken');
  });

  it('is today for an account of which nobody said when it was made', async () => {
    const unknown = { createdAt: null };
    for (let n = 0; n < 20; n += 1) expect(await take(`c${n}`, n * 10, unknown)).toBe('taken');
    expect(await take('c20', 200, unknown)).toBe('new-account-limit 86200');
    expect(await take('c20', 24 * HOUR, unknown)).toBe('taken');
  });
});

describe('what was counted', () => {
  it('is given back when the work is refused', async () => {
    expect(await attempt(withPostingLimits(post('c1', 0, { body: 'The snow!' }), refused))).toBe(
      'conflict undefined',
    );
    expect(await take('c2', 0, { body: 'The snow!' })).toBe('taken');
  });

  it('is nothing when one limit refuses', async () => {
    await take('c1', 0, { body: 'The snow!' });
    expect(await take('c2', 20, { body: 'The snow!' })).toBe('duplicate-comment 340');
    // No pause was begun: another text may come at once.
    expect(await take('c3', 20, { body: 'The rain!' })).toBe('taken');
  });

  it('stays for the same request when it failed otherwise', async () => {
    const broken = () => Promise.reject(new Error('the database went'));
    await expect(withPostingLimits(post('c1', 0), broken)).rejects.toThrow('the database went');
    expect(await take('c2', 1)).toBe('posting-too-fast 9');
    expect(await take('c1', 2)).toBe('taken');
  });

  it('is one write by an index, and a refusal one question more; a text is stored as a hash', async () => {
    const commands = await recordCommands(async () => {
      await take('c1', 0, { body: 'The snow!', createdAt: at(-60) });
      await take('c2', 1, { createdAt: at(-60) });
    });
    const names = commands.map(({ name, collection }) => `${name} ${collection}`);
    expect(names).toEqual(['update posting-limits', 'update posting-limits', 'find posting-limits']);
    for (const command of commands) expect(await planStages(command)).not.toContain('COLLSCAN');
    const stored = await (await database()).collection('posting-limits').find().toArray();
    expect(JSON.stringify(stored)).not.toContain('snow');
  });
});
