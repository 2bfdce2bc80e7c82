import { toObjectId } from '../db/document';
import { type CommentDocument, comments, type StoredComment, toStored } from './comments';
import { type CommentCursor, pastCursor } from './cursor';
import { discussionPipeline, discussions } from './discussions';
import { repliesToAuthor } from './former-names';
import { COMMENT_MAX_REPLIES, type CommentOrder } from './schema';

/** Reads of more than one comment, one query each. Lists of a member's comments are newest first, on whatever film. */

export interface StoredThread extends StoredComment {
  replies: StoredComment[];
}

interface ListQuery {
  filmId: string;
  cursor: CommentCursor | null;
  order: CommentOrder;
  limit: number;
}

interface ThreadDocument extends CommentDocument {
  replies: CommentDocument[];
}
type Entry =
  | (ThreadDocument & { total?: never; discussion?: never })
  | { total: number; discussion?: never }
  | { discussion: 'open' | 'closed'; reason: string | null; total?: never };

/**
 * A film's comments after `cursor` with all their replies (oldest first), the number of visible ones, and whether the
 * discussion is closed. One query.
 */
export async function listThreads(
  query: ListQuery,
): Promise<{ threads: StoredThread[]; total: number; closed: { reason: string | null } | null }> {
  await discussions(); // The aggregation reads it, so it has to be there.
  const found = await (await comments()).aggregate<Entry>(commentListPipeline(query)).toArray();
  const said = found.find((entry) => entry.discussion !== undefined);
  return {
    threads: found.flatMap((entry) => (isThread(entry) ? [toStoredThread(entry)] : [])),
    total: found.find((entry) => entry.total !== undefined)?.total ?? 0,
    closed: said?.discussion === 'closed' ? { reason: said.reason } : null,
  };
}

/** One listed top-level comment with its replies; null for a reply. One query. */
export async function findThread(id: string): Promise<StoredThread | null> {
  const pipeline = [{ $match: { _id: toObjectId(id), parentId: null, listed: true } }, WITH_REPLIES];
  const [found] = await (await comments()).aggregate<ThreadDocument>(pipeline).toArray();
  return found ? toStoredThread(found) : null;
}

/** Limits come before the join, and every stage that reads has an index. */
const WITH_REPLIES = {
  $lookup: {
    from: 'comments',
    localField: '_id',
    foreignField: 'parentId',
    pipeline: [
      { $match: { listed: true } },
      { $sort: { createdAt: 1, _id: 1 } },
      { $limit: COMMENT_MAX_REPLIES },
    ],
    as: 'replies',
  },
};

function commentListPipeline({ filmId, cursor, order, limit }: ListQuery): Record<string, unknown>[] {
  const direction = order === 'newest' ? -1 : 1;
  return [
    { $match: { filmId, parentId: null, listed: true, ...pastCursor(cursor, order) } },
    { $sort: { createdAt: direction, _id: direction } },
    { $limit: limit },
    WITH_REPLIES,
    {
      $unionWith: {
        coll: 'comments',
        pipeline: [{ $match: { filmId, state: 'visible' } }, { $count: 'total' }],
      },
    },
    {
      $unionWith: {
        coll: 'discussions',
        pipeline: [...discussionPipeline(filmId), { $project: { _id: 0, discussion: '$state', reason: 1 } }],
      },
    },
  ];
}

function isThread(entry: Entry): entry is ThreadDocument {
  return 'replies' in entry;
}

function toStoredThread({ replies, ...document }: ThreadDocument): StoredThread {
  return { ...toStored(document), replies: replies.map(toStored) };
}

/** A member's comments in the given states. */
export async function listByAuthor(
  authorId: string,
  states: readonly StoredComment['state'][],
  cursor: CommentCursor | null,
  limit: number,
): Promise<StoredComment[]> {
  return newest({ authorId, state: { $in: [...states] } }, cursor, limit);
}

/** What others replied to a member's comments, as far as it is visible. */
export async function listRepliesTo(
  memberId: string,
  cursor: CommentCursor | null,
  limit: number,
): Promise<StoredComment[]> {
  return newest({ ...repliesToAuthor(memberId), state: 'visible' }, cursor, limit);
}

/** How many of those came after `since`, counted up to `atMost`. */
export async function countRepliesTo(memberId: string, since: Date, atMost: number): Promise<number> {
  const after = { ...repliesToAuthor(memberId), state: 'visible' as const, createdAt: { $gt: since } };
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
    .find({ $and: [filter, pastCursor(cursor, 'newest')] })
    .sort({ createdAt: -1, _id: -1 })
    .limit(limit)
    .toArray();
  return found.map(toStored);
}

/** Slugs of the films that a member has commented on. One query. */
export async function filmSlugsCommentedBy(authorId: string): Promise<string[]> {
  const found = await (
    await comments()
  )
    .aggregate<{ _id: string }>([{ $match: { authorId, state: 'visible' } }, { $group: { _id: '$filmId' } }])
    .toArray();
  return found.map(({ _id }) => _id);
}
