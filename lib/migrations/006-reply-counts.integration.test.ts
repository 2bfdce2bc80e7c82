import { beforeEach, expect, it } from 'vitest';
import { buildComment, commentId, now } from '../../e2e/fixtures/comments';
import { useTestDatabase } from '../../e2e/fixtures/test-database';
import { ensureComments } from '../comments/bulk';
import { softDeleteComment } from '../comments/comment-changes';
import { database } from '../db/client';
import { replyCounts } from './006-reply-counts';

beforeEach(useTestDatabase);

async function migrate(dryRun = false): Promise<number> {
  return replyCounts.up({ db: await database(), dryRun, progress: async () => undefined });
}

async function counts(): Promise<unknown[]> {
  const found = await (
    await database()
  )
    .collection('comments')
    .find({ parentId: null })
    .sort({ _id: 1 })
    .toArray();
  return found.map(({ replyCount }) => replyCount);
}

it('counts the replies that are there, and nothing twice', async () => {
  await ensureComments([
    buildComment(1),
    buildComment(2, { parentId: commentId(1) }),
    buildComment(3, { parentId: commentId(1) }),
    buildComment(4),
    buildComment(5, { parentId: commentId(4) }),
    buildComment(6),
  ]);
  await softDeleteComment(commentId(3), 'author', now);
  const collection = (await database()).collection('comments');
  const [first, last] = await collection.find({ parentId: null }).sort({ _id: 1 }).toArray();
  // Repeats of one request, and a reply whose only trace is its number.
  await collection.updateOne({ _id: first?._id }, { $set: { replyCount: 100 } });
  await collection.updateOne({ _id: last?._id }, { $set: { replyCount: 2 } });
  expect(await migrate(true)).toBe(2);
  expect(await counts()).toEqual([100, 2, 0]);
  expect(await migrate()).toBe(2);
  expect(await counts()).toEqual([1, 1, 0]);
  expect(await migrate()).toBe(0);
});

it('goes through many in batches', async () => {
  await ensureComments(Array.from({ length: 1201 }, (_, n) => buildComment(n + 1)));
  await (await database()).collection('comments').updateMany({}, { $set: { replyCount: 7 } });
  expect(await migrate()).toBe(1201);
  expect(new Set(await counts())).toEqual(new Set([0]));
});
