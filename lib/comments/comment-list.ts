import { toObjectId } from '../db/object-id';
import { type CommentDocument, comments, type StoredComment, toStored } from './comments';
import { type CommentCursor, pastCursor } from './cursor';
import { COMMENT_MAX_REPLIES, type CommentOrder } from './schema';
import { talks } from './talks';

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
  | (ThreadDocument & { total?: never; talk?: never })
  | { total: number; talk?: never }
  | { talk: 'open' | 'closed'; reason: string | null; total?: never };

/**
 * A film's comments after `cursor` with all their replies, oldest first, the number of all that is visible, and whether
 * staff have closed the talk. One query.
 */
export async function listThreads(
  query: ListQuery,
): Promise<{ threads: StoredThread[]; total: number; closed: { reason: string | null } | null }> {
  await talks(); // The aggregation reads it, so it has to be there.
  const found = await (await comments()).aggregate<Entry>(commentListPipeline(query)).toArray();
  const talk = found.find((entry) => entry.talk !== undefined);
  return {
    threads: found.flatMap((entry) => (isThread(entry) ? [toStoredThread(entry)] : [])),
    total: found.find((entry) => entry.total !== undefined)?.total ?? 0,
    closed: talk?.talk === 'closed' ? { reason: talk.reason } : null,
  };
}

/** One comment of those that stand in a list, with its replies; null for a reply as well. One query. */
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
        coll: 'talks',
        pipeline: [{ $match: { _id: filmId } }, { $project: { _id: 0, talk: '$state', reason: 1 } }],
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
