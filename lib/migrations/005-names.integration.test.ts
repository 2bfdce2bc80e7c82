import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import * as comment from '@/app/api/comments/[id]/route';
import * as removal from '@/app/api/comments/[id]/removal/route';
import * as thread from '@/app/api/comments/[id]/thread/route';
import * as comments from '@/app/api/films/[slug]/comments/route';
import * as discussion from '@/app/api/films/[slug]/discussion/route';
import * as replies from '@/app/api/me/replies/route';
import {
  callCommentsRoute as callRoute,
  commentId,
  type CommentUsers,
  createCommentUsers,
} from '@/e2e/fixtures/comments';
import { createAccount, type TestAccount } from '@/e2e/fixtures/test-identity';
import { up } from '@/e2e/fixtures/programme-data';
import { useTestDatabase } from '@/e2e/fixtures/test-database';
import { ensureFilms } from '../films/films';
import { database } from '../db/client';
import { toObjectId } from '../db/document';
import { names } from './005-names';

let users: CommentUsers;
beforeEach(useTestDatabase);
beforeEach(async () => {
  users = await createCommentUsers();
});

const AT = new Date('2026-11-20T12:00:00Z');
const idOf = (n: number) => toObjectId(commentId(n));
const stored = async () => (await database()).collection('comments');
const formerDiscussions = async () =>
  (await database()).collection<{ _id: string; state: string; reason: string; by: string; at: Date }>(
    'talks',
  );
const discussions = async () => (await database()).collection<{ _id: string }>('discussions');

async function migrate(afterBatch: (batch: number) => unknown = () => 0, dryRun = false): Promise<number> {
  let batches = 0;
  const progress = async () => {
    batches += 1;
    await afterBatch(batches);
  };
  return names.up({ db: await database(), dryRun, progress });
}

/** A comment as 0.1 stored it, a second after the one before. */
function former(n: number, authorId: string, rest: Record<string, unknown> = {}) {
  return { ...same(n, authorId), ...UNANSWERED, ...rest };
}

function same(n: number, authorId: string) {
  return {
    _id: idOf(n),
    filmId: 'up',
    authorId,
    authorName: null,
    parentId: null,
    body: `c${n}`,
    spoiler: false,
    createdAt: new Date(+AT + n * 1000),
    editedAt: null,
    state: 'visible',
    deletedBy: null as string | null,
    deletedAt: null,
    removal: null,
    listed: true,
    requestHash: 'h',
  };
}

const UNANSWERED = { answersId: null, repliesTo: null, answered: false, answerCount: 0 };
const NO_REPLIES = { replyToId: null, replyToAuthorId: null, hasReplies: false, replyCount: 0 };
const answerTo = (n: number, authorId: string) => ({
  parentId: idOf(n),
  answersId: idOf(n),
  repliesTo: authorId,
});

it('migration 005 gives stored comments and discussions their names; a second run changes nothing', async () => {
  await (
    await stored()
  ).insertMany([
    former(1, 'oona', { answered: true, answerCount: 1 }),
    former(2, 'ivo', answerTo(1, 'oona')),
    former(3, 'oona', { state: 'deleted', body: '', deletedBy: 'writer', listed: false }),
    { ...same(4, 'ivo'), ...NO_REPLIES },
  ]);
  const said = { _id: 'up', state: 'closed', reason: 'Enough.', by: 'sam', at: AT };
  await (await formerDiscussions()).insertOne(said);
  expect(await migrate(undefined, true)).toBe(4);
  expect(await migrate()).toBe(4);
  expect(await (await stored()).find().sort({ _id: 1 }).toArray()).toEqual([
    { ...same(1, 'oona'), ...NO_REPLIES, hasReplies: true, replyCount: 1 },
    {
      ...same(2, 'ivo'),
      ...NO_REPLIES,
      parentId: idOf(1),
      replyToId: idOf(1),
      replyToAuthorId: 'oona',
    },
    { ...same(3, 'oona'), ...NO_REPLIES, state: 'deleted', body: '', deletedBy: 'author', listed: false },
    { ...same(4, 'ivo'), ...NO_REPLIES },
  ]);
  expect(await (await discussions()).find().toArray()).toEqual([
    { _id: 'up', state: 'closed', reason: 'Enough.', changedBy: 'sam', changedAt: AT },
  ]);
  expect(await (await formerDiscussions()).countDocuments()).toBe(0);
  expect(await migrate(undefined, true)).toBe(0);
  expect(await migrate()).toBe(0);
});

it('migration 005 takes together what code of before and of after has written into one comment', async () => {
  await (
    await stored()
  ).insertMany([
    // Three replies taken by the one, two by the other.
    { ...former(1, 'oona', { answered: true, answerCount: 3 }), hasReplies: true, replyCount: 2 },
    // Renamed already, and then given a reply by code of before.
    { ...same(2, 'oona'), ...NO_REPLIES, answered: true, answerCount: 1 },
    // A reply taken by code of after; code of before then deleted it and saw no reason for a stub.
    {
      ...former(3, 'oona', { state: 'deleted', deletedBy: 'writer', listed: false }),
      hasReplies: true,
      replyCount: 1,
    },
  ]);
  expect(await migrate()).toBe(3);
  expect(await (await stored()).find().sort({ _id: 1 }).toArray()).toEqual([
    { ...same(1, 'oona'), ...NO_REPLIES, hasReplies: true, replyCount: 5 },
    { ...same(2, 'oona'), ...NO_REPLIES, hasReplies: true, replyCount: 1 },
    {
      ...same(3, 'oona'),
      ...NO_REPLIES,
      state: 'deleted',
      deletedBy: 'author',
      hasReplies: true,
      replyCount: 1,
      listed: true,
    },
  ]);
});

it('migration 005 leaves what was changed in a discussion later, by whichever code', async () => {
  const later = new Date(+AT + 1000);
  const before = (_id: string, at: Date) => ({ _id, state: 'closed', reason: 'Before.', by: 'sam', at });
  const after = (_id: string, changedAt: Date) => ({
    _id,
    state: 'open',
    reason: null,
    changedBy: 'sam',
    changedAt,
  });
  await (await formerDiscussions()).insertMany([before('up', AT), before('brazil', later)]);
  await (await discussions()).insertMany([after('up', later), after('brazil', AT)]);
  await migrate();
  expect(await (await discussions()).find().sort({ _id: 1 }).toArray()).toMatchObject([
    { _id: 'brazil', state: 'closed', reason: 'Before.', changedAt: later },
    { _id: 'up', state: 'open', reason: null },
  ]);
});

it('migration 005 is not stopped by the validator of before', async () => {
  const db = await database();
  const required = ['filmId', 'answered', 'listed'];
  const properties = { deletedBy: { enum: ['writer', 'staff', null] }, listed: { bsonType: 'bool' } };
  const validator = { $jsonSchema: { bsonType: 'object', required, properties } };
  await db.command({ collMod: 'comments', validator });
  await (await stored()).insertOne(former(1, 'oona', { state: 'deleted', deletedBy: 'writer' }));
  expect(await migrate()).toBe(1);
  expect(await (await stored()).findOne()).toMatchObject({ deletedBy: 'author', hasReplies: false });
  // What else it asked for, it goes on asking for.
  const { listed: _none, ...unlisted } = former(2, 'oona');
  await expect((await stored()).insertOne(unlisted)).rejects.toMatchObject({ code: 121 });
});

it('migration 005 goes through many in batches, and once more for what was written behind it', async () => {
  const many = Array.from({ length: 1201 }, (_, index) => former(index + 2, 'oona'));
  await (await stored()).insertMany(many);
  const batches: number[] = [];
  const changed = await migrate(async (batch) => {
    batches.push(batch);
    if (batch === 2) await (await stored()).insertOne(former(1, 'oona'));
  });
  expect([changed, batches]).toEqual([1202, [1, 2, 3, 4]]);
  expect(await (await stored()).countDocuments({ answered: { $exists: true } })).toBe(0);
});

describe('while people use the site', () => {
  const MANY = 1300;

  const send = (
    handler: Parameters<typeof callRoute>[0],
    method: string,
    params: Record<string, string>,
    { by, body }: { by: TestAccount; body?: unknown },
  ) =>
    callRoute(handler, {
      method,
      params,
      accessToken: by.accessToken,
      headers: { 'idempotency-key': randomUUID() },
      ...(body === undefined ? {} : { body }),
    });
  const reply = (to: number, by: TestAccount, slug = 'up') =>
    send(comments.POST, 'POST', { slug }, { by, body: { body: `to ${to}`, replyToId: commentId(to) } });
  const remove = (n: number, by: TestAccount) => send(comment.DELETE, 'DELETE', { id: commentId(n) }, { by });

  /** What code of before still does on its way out. */
  async function replyByFormerCode(n: number, to: number): Promise<void> {
    const taken = { $set: { answered: true }, $inc: { answerCount: 1 } };
    await (await stored()).updateOne({ _id: idOf(to) }, taken);
    await (await stored()).insertOne(former(n, users.pat.id, answerTo(to, users.oona.id)));
  }

  it('no reply, no deletion and no closed discussion is lost', async () => {
    await ensureFilms([{ ...up, slug: 'heat', title: 'Heat' }]);
    const many = Array.from({ length: MANY }, (_, index) => former(index + 1, users.oona.id));
    await (await stored()).insertMany(many);
    for (const n of [10, 20, 650, 1290]) await replyByFormerCode(2000 + n, n);
    const closed = { state: 'closed', reason: 'Enough.', by: users.staff.id, at: AT };
    await (
      await formerDiscussions()
    ).insertMany([
      { _id: 'heat', ...closed },
      { _id: 'brazil', ...closed },
    ]);
    const guests = await Promise.all(Array.from({ length: 8 }, () => createAccount()));

    /** The same of each comment and discussion, before it is renamed, in the middle and after. */
    async function use(round: number): Promise<void> {
      const [first, second] = guests.slice(round * 2, round * 2 + 2);
      if (!first || !second) return;
      const n = round * 4 + 1;
      const done = await Promise.all([
        // One at each end: the migration has come to the one and not to the other.
        reply(n, first),
        reply(MANY - n, second),
        remove(n + 1, users.oona),
        remove(MANY - n - 1, users.oona),
        replyByFormerCode(3000 + round, n + 2),
        send(
          removal.POST,
          'POST',
          { id: commentId(MANY - n - 2) },
          { by: users.staff, body: { reason: 'x' } },
        ),
        send(discussion.PUT, 'PUT', { slug: 'brazil' }, { by: users.staff, body: { state: 'open' } }),
      ]);
      expect(done.map((answer) => answer?.status)).toEqual([201, 201, 204, 204, undefined, 200, 200]);
      const refused = await send(
        comments.POST,
        'POST',
        { slug: 'heat' },
        { by: second, body: { body: 'x' } },
      );
      expect(refused).toMatchObject({ status: 403, body: { code: 'discussion-closed' } });
      const { body } = await callRoute(thread.GET, { params: { id: commentId(n) } });
      expect(body.comment.replies).toMatchObject([{ body: `to ${n}`, replyToId: commentId(n) }]);
    }

    await use(0);
    // Beside it, and between its batches.
    await Promise.all([migrate((batch) => (batch <= 2 ? use(batch) : 0)), use(3)]);
    // Code of before has had its last word now, which the migration may have missed by a moment: run again, it finds that.
    await migrate();

    const left = ['answersId', 'repliesTo', 'answered', 'answerCount'].map((field) => ({
      [field]: { $exists: true },
    }));
    expect(await (await stored()).countDocuments({ $or: [...left, { deletedBy: 'writer' }] })).toBe(0);
    expect(await (await formerDiscussions()).countDocuments()).toBe(0);
    const all = await (await stored()).find().toArray();
    const counts = new Map<string, number>();
    for (const { parentId } of all) counts.set(String(parentId), (counts.get(String(parentId)) ?? 0) + 1);
    for (const parent of all.filter(({ parentId }) => parentId === null)) {
      const count = counts.get(String(parent._id)) ?? 0;
      expect([parent['replyCount'], parent['hasReplies']]).toEqual([count, count > 0]);
      expect(parent['listed']).toBe(parent['state'] === 'visible' || count > 0);
    }
    const states = (await stored()).aggregate([
      { $match: { parentId: null } },
      { $group: { _id: '$state', count: { $sum: 1 } } },
    ]);
    expect(Object.fromEntries((await states.toArray()).map(({ _id, count }) => [_id, count]))).toEqual({
      visible: MANY - 12,
      deleted: 8,
      removed: 4,
    });
    const mine = await callRoute(replies.GET, { accessToken: users.oona.accessToken });
    expect(mine.body.newCount).toBe(16);
    const pages = await Promise.all(
      ['heat', 'brazil'].map((slug) => callRoute(comments.GET, { params: { slug }, path: '/' })),
    );
    expect(pages.map(({ body }) => body.discussion.state)).toEqual(['closed', 'open']);
  });
});
