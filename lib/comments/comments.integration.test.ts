import * as fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildComment, commentId, list, now, outline } from '../../e2e/fixtures/comments';
import { planStages, recordCommands } from '../../e2e/fixtures/recorded-commands';
import { emptyCollections, useTestDatabase } from '../../e2e/fixtures/test-database';
import { database } from '../db/client';
import { toObjectId } from '../db/document';
import {
  deleteUnpublished,
  insertReply,
  removeStoredComment,
  restoreStoredComment,
  softDeleteComment,
  updateBody,
} from './comment-changes';
import { countRepliesTo, filmSlugsCommentedBy, findThread, listRepliesTo } from './queries';
import { findComment } from './comments';
import { COMMENT_MAX_REPLIES } from './schema';
import { ensureComments } from './bulk';

beforeAll(useTestDatabase);
beforeEach(() => emptyCollections('comments'));

describe('deleting', () => {
  it('removes a comment without replies from the list and the count', async () => {
    await ensureComments([buildComment(1), buildComment(2)]);
    await softDeleteComment(commentId(1), 'author', now);
    expect(await outline()).toEqual(['c2']);
    expect((await list('up', null, 10)).total).toBe(1);
  });

  it('leaves a stub without text of a comment with replies', async () => {
    await ensureComments([buildComment(1), buildComment(2, { parentId: commentId(1) })]);
    await softDeleteComment(commentId(1), 'staff', now);
    expect(await outline()).toEqual(['stub(c2)']);
    expect(await findComment(commentId(1))).toMatchObject({ body: '', state: 'deleted', deletedBy: 'staff' });
  });

  it('happens once: whoever comes second changes nothing', async () => {
    await ensureComments([buildComment(1)]);
    await softDeleteComment(commentId(1), 'author', now);
    await softDeleteComment(commentId(1), 'staff', now);
    expect(await findComment(commentId(1))).toMatchObject({ deletedBy: 'author' });
  });

  it('removes a reply and leaves its comment', async () => {
    await ensureComments([buildComment(1), buildComment(2, { parentId: commentId(1) })]);
    await softDeleteComment(commentId(2), 'author', now);
    expect(await outline()).toEqual(['c1']);
  });
});

let replies = 100;
/** A reply to this comment, by its author. */
function replyTo(parentId: string, { filmId = 'up', n = (replies += 1) } = {}) {
  const { id, body, createdAt, authorId } = buildComment(n);
  const place = { parentId, replyToId: parentId, replyToAuthorId: null };
  const text = { body, content: [], spoiler: false, createdAt, requestHash: 'h' };
  return insertReply({ id, filmId, authorId, ...place, ...text });
}

async function replyCountOf(id: string): Promise<unknown> {
  const found = await (await database()).collection('comments').findOne({ _id: toObjectId(id) });
  return found?.replyCount;
}

describe('replying', () => {
  it('is taken only by a visible comment of that film that is no reply', async () => {
    await ensureComments([buildComment(1), buildComment(2, { parentId: commentId(1) }), buildComment(3)]);
    await softDeleteComment(commentId(3), 'author', now);
    expect(await replyTo(commentId(1))).toMatchObject({ parentId: commentId(1) });
    expect(await replyTo(commentId(1), { filmId: 'brazil' })).toBeNull();
    expect(await replyTo(commentId(2))).toBeNull();
    expect(await replyTo(commentId(3))).toBeNull();
    expect(await replyTo(commentId(9))).toBeNull();
  });

  it('and deleting at the same moment agree: a reply that was taken leaves a stub', async () => {
    const pairs = Array.from({ length: 30 }, (_, index) => buildComment(index + 1));
    await ensureComments(pairs);
    const taken = await Promise.all(
      pairs.map(async ({ id }, index) => {
        const both = [() => replyTo(id), () => softDeleteComment(id, 'author', now)];
        const [first, second] = await Promise.all((index % 2 ? both : both.toReversed()).map((act) => act()));
        // Deleting returns whether it did.
        return [first, second].some((result) => typeof result === 'object' && result !== null);
      }),
    );
    const stubs = new Set((await list('up', null, 100)).threads.map(({ id }) => id));
    expect(pairs.map(({ id }) => stubs.has(id))).toEqual(taken);
  });
});

describe('the number of replies', () => {
  it('counts a reply once for its id, ten times at once', async () => {
    await ensureComments([buildComment(1)]);
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => replyTo(commentId(1), { n: 2 })));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await replyCountOf(commentId(1))).toBe(1);
  });

  it('counts it no more when it is deleted, however often, or taken back', async () => {
    await ensureComments([buildComment(1)]);
    await replyTo(commentId(1), { n: 2 });
    await replyTo(commentId(1), { n: 3 });
    await Promise.all(Array.from({ length: 5 }, () => softDeleteComment(commentId(2), 'author', now)));
    expect(await replyCountOf(commentId(1))).toBe(1);
    await Promise.all(Array.from({ length: 5 }, () => deleteUnpublished(commentId(3))));
    expect(await replyCountOf(commentId(1))).toBe(0);
  });

  it('still counts what staff have removed, which may come back', async () => {
    await ensureComments([buildComment(1)]);
    await replyTo(commentId(1), { n: 2 });
    await removeStoredComment(commentId(2), { reason: 'x', by: 'a1', at: now });
    expect(await replyCountOf(commentId(1))).toBe(1);
  });

  it('has room for a reply that was deleted', async () => {
    const full = Array.from({ length: COMMENT_MAX_REPLIES }, (_, n) =>
      buildComment(n + 2, { parentId: commentId(1) }),
    );
    await ensureComments([buildComment(1), ...full]);
    expect(await replyTo(commentId(1))).toBeNull();
    await softDeleteComment(commentId(2), 'author', now);
    expect(await replyTo(commentId(1))).not.toBeNull();
    expect(await replyTo(commentId(1))).toBeNull();
  });

  it('agrees with the replies that are there, whatever is done at once', async () => {
    const act = fc.record({
      kind: fc.constantFrom('reply', 'reply', 'delete', 'take back', 'remove', 'restore'),
      n: fc.integer({ min: 2, max: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 10 }), async (acts) => {
        await emptyCollections('comments');
        await ensureComments([buildComment(1)]);
        await Promise.allSettled(
          acts.map(async ({ kind, n }) => {
            if (kind === 'reply') await replyTo(commentId(1), { n });
            if (kind === 'delete') await softDeleteComment(commentId(n), 'author', now);
            if (kind === 'take back') await deleteUnpublished(commentId(n));
            if (kind === 'remove')
              await removeStoredComment(commentId(n), { reason: 'x', by: 'a1', at: now });
            if (kind === 'restore') await restoreStoredComment(commentId(n));
          }),
        );
        const there = { parentId: toObjectId(commentId(1)), state: { $ne: 'deleted' } };
        const count = await (await database()).collection('comments').countDocuments(there);
        expect(await replyCountOf(commentId(1))).toBe(count);
      }),
      { numRuns: 30 },
    );
  });
});

describe('ensureComments', () => {
  it('adds once, and leaves what was deleted deleted', async () => {
    await ensureComments([buildComment(1), buildComment(2)]);
    await softDeleteComment(commentId(1), 'author', now);
    await ensureComments([buildComment(1), buildComment(2)]);
    expect(await outline()).toEqual(['c2']);
  });
});

describe('plans', () => {
  it('read by an index, every one', async () => {
    await ensureComments([buildComment(1), buildComment(2, { parentId: commentId(1) })]);
    const commands = await recordCommands(async () => {
      await list('up', null, 20);
      await list('up', { createdAt: now, id: commentId(1) }, 20);
      await list('up', { createdAt: now, id: commentId(1) }, 20, 'oldest');
      await findThread(commentId(1));
      await filmSlugsCommentedBy('a1');
      await findComment(commentId(1));
      await replyTo(commentId(1));
      const since = new Date(0);
      await updateBody(
        { id: commentId(2), editedAt: null },
        { body: 'x', content: [], spoiler: false },
        { since, now },
      );
      await removeStoredComment(commentId(2), { reason: 'x', by: 'a1', at: now });
      await restoreStoredComment(commentId(2));
      await softDeleteComment(commentId(1), 'author', now);
      await deleteUnpublished(commentId(1));
    });
    const names = commands.map(({ name }) => name);
    expect(names).toEqual([
      ...Array.from({ length: 5 }, () => 'aggregate'),
      'find',
      'update',
      'insert',
      'findAndModify',
      'update',
      'update',
      'findAndModify',
      'findAndModify',
    ]);
    for (const command of commands) {
      const stages = await planStages(command);
      expect(stages).not.toContain('COLLSCAN');
      if (command.name !== 'insert') expect(stages.length).toBeGreaterThan(0);
    }
  });
});

describe('filmSlugsCommentedBy', () => {
  it('names each film once on which something of theirs is visible', async () => {
    const by = { authorId: 'oona' };
    await ensureComments([
      buildComment(1, by),
      buildComment(2, by),
      buildComment(3, { ...by, filmId: 'brazil' }),
      buildComment(4, { ...by, filmId: 'heat' }),
      buildComment(5, { filmId: 'fargo' }),
    ]);
    await softDeleteComment(commentId(4), 'author', now);
    expect((await filmSlugsCommentedBy('oona')).toSorted()).toEqual(['brazil', 'up']);
    expect(await filmSlugsCommentedBy('nobody')).toEqual([]);
  });
});

const STORED = {
  state: 'visible',
  deletedBy: null,
  deletedAt: null,
  listed: true,
  requestHash: 'h',
};

describe('comments of earlier versions', () => {
  it('are shown with what they lack filled in, and take replies', async () => {
    const old = {
      _id: toObjectId(commentId(1)),
      filmId: 'up',
      authorId: 'a1',
      parentId: null,
      body: 'Of old.',
      createdAt: now,
      state: 'visible',
      deletedBy: null,
      deletedAt: null,
      answered: false,
      listed: true,
      requestHash: 'h',
    };
    await (await database()).collection('comments').insertOne(old);
    expect((await list('up', null, 10)).threads).toMatchObject([
      { body: 'Of old.', spoiler: false, editedAt: null, authorName: null, removal: null, replies: [] },
    ]);
    expect(await replyTo(commentId(1))).not.toBeNull();
    await removeStoredComment(commentId(1), { reason: 'x', by: 'a2', at: now });
    expect(await findComment(commentId(1))).toMatchObject({ state: 'removed', removal: { by: 'a2' } });
  });

  it('are read under the names of before migration 5, counted, found, and leave stubs', async () => {
    const before = { answered: true, answerCount: 99, answersId: null, repliesTo: null };
    const [top, reply] = [toObjectId(commentId(1)), toObjectId(commentId(2))];
    const { id: _first, ...first } = buildComment(1);
    const { id: _second, ...second } = buildComment(2);
    await (await database()).collection('comments').insertMany([
      { ...first, ...STORED, ...before, _id: top },
      { ...second, ...STORED, ...before, _id: reply, parentId: top, answersId: top, repliesTo: 'a1' },
    ]);
    expect(await findComment(commentId(2))).toMatchObject({
      replyToId: commentId(1),
      parentId: commentId(1),
    });
    expect(await listRepliesTo('a1', null, 10)).toMatchObject([{ id: commentId(2) }]);
    expect(await countRepliesTo('a1', new Date(0), 10)).toBe(1);
    expect(await replyTo(commentId(1))).not.toBeNull();
    expect(await replyTo(commentId(1))).toBeNull();
    await softDeleteComment(commentId(2), 'staff', now);
    // It had an answer once, so a stub stays.
    const stub = (await findThread(commentId(1)))?.replies.find(({ id }) => id === commentId(2));
    expect(stub).toMatchObject({ state: 'deleted' });
    const byFormerCode = { $set: { deletedBy: 'writer' } };
    await (await database()).collection('comments').updateOne({ _id: reply }, byFormerCode);
    expect(await findComment(commentId(2))).toMatchObject({ deletedBy: 'author' });
  });
});
