import { comments, type StoredComment, toStored } from './comments';
import { type CommentCursor, pastCursor } from './cursor';

/** Queries of comments by whom they concern, newest first, on whatever film. One each. */

/** What a member wrote; `states` says which of it. */
export async function listByAuthor(
  authorId: string,
  states: readonly StoredComment['state'][],
  cursor: CommentCursor | null,
  limit: number,
): Promise<StoredComment[]> {
  return newest({ authorId, state: { $in: [...states] } }, cursor, limit);
}

/** What others answered to a member's comments, as far as it is visible. */
export async function listRepliesTo(
  memberId: string,
  cursor: CommentCursor | null,
  limit: number,
): Promise<StoredComment[]> {
  return newest({ repliesTo: memberId, state: 'visible' }, cursor, limit);
}

/** How many of those came after `since`, counted up to `atMost`. */
export async function countRepliesTo(memberId: string, since: Date, atMost: number): Promise<number> {
  const after = { repliesTo: memberId, state: 'visible' as const, createdAt: { $gt: since } };
  const pipeline = [{ $match: after }, { $limit: atMost }, { $count: 'count' }];
  const [found] = await (await comments()).aggregate<{ count: number }>(pipeline).toArray();
  return found?.count ?? 0;
}

async function newest(
  filter: Record<string, unknown>,
  cursor: CommentCursor | null,
  limit: number,
): Promise<StoredComment[]> {
  const found = await (
    await comments()
  )
    .find({ ...filter, ...pastCursor(cursor, 'newest') })
    .sort({ createdAt: -1, _id: -1 })
    .limit(limit)
    .toArray();
  return found.map(toStored);
}
