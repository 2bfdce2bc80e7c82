import { defineCollection } from '../db/collection';
import { authorsById } from '../members/authors';
import { comments, toStored } from './comments';
import { parseCursor, toPage } from './cursor';
import { filmNamesOf, toFullReply, toPublicReply, toRemovedComment, visibleAuthorIds } from './mapping';
import { canModerate, type CommentViewer } from './policy';
import { countRepliesTo, listByAuthor, listRepliesTo } from './queries';
import {
  COMMENTS_PAGE_SIZE,
  type MyComments,
  type MyReplies,
  type RemovedComments,
  UNREAD_COUNT_MAX,
} from './schema';

/**
 * What somebody wrote, for themselves: newest first, what staff have removed with the reason; what they deleted is gone.
 * Three queries. Throws `invalid` (422) for a cursor that is not ours.
 */
export async function listMyComments(authorId: string, cursor?: string): Promise<MyComments> {
  const after = parseCursor(cursor);
  const found = await listByAuthor(authorId, ['visible', 'removed'], after, COMMENTS_PAGE_SIZE + 1);
  const { page, nextCursor } = toPage(found, COMMENTS_PAGE_SIZE);
  const [filmOf, authors] = await Promise.all([filmNamesOf(page), authorsById([authorId])]);
  const items = page.map((comment) => ({
    comment: toFullReply(comment, authors),
    film: filmOf(comment),
    parentId: comment.parentId,
    removal: comment.removal && {
      reason: comment.removal.reason,
      at: comment.removal.at.toISOString(),
    },
  }));
  return { items, nextCursor };
}

/**
 * What others answered to somebody's comments, newest first; new is what came after they last looked. Five queries. Throws
 * `invalid` (422) for a cursor that is not ours.
 */
export async function listMyReplies(memberId: string, cursor?: string): Promise<MyReplies> {
  const after = parseCursor(cursor);
  const [found, seen] = await Promise.all([
    listRepliesTo(memberId, after, COMMENTS_PAGE_SIZE + 1),
    findRepliesSeen(memberId),
  ]);
  const { page, nextCursor } = toPage(found, COMMENTS_PAGE_SIZE);
  const [filmOf, authors, newCount] = await Promise.all([
    filmNamesOf(page),
    authorsById(visibleAuthorIds(page)),
    countRepliesTo(memberId, seen, UNREAD_COUNT_MAX),
  ]);
  const items = page.map((reply) => ({
    comment: toPublicReply(reply, authors),
    film: filmOf(reply),
    parentId: reply.parentId,
    isNew: reply.createdAt > seen,
  }));
  return { items, nextCursor, newCount };
}

/** Nothing up to `until` is new any more. Repeating it, or an older moment, changes nothing. */
export async function markRepliesRead(
  memberId: string,
  until: Date,
  now: Date,
): Promise<{ newCount: number }> {
  // A browser's clock may be ahead: what comes later has not been seen.
  const seen = await markRepliesSeen(memberId, until < now ? until : now);
  return { newCount: await countRepliesTo(memberId, seen, UNREAD_COUNT_MAX) };
}

/** Up to when a member has seen the replies to their comments. */
interface ReaderDocument {
  _id: string;
  repliesSeenAt: Date;
}

const readers = defineCollection<ReaderDocument>({
  name: 'comment-readers',
  schema: {
    bsonType: 'object',
    required: ['_id', 'repliesSeenAt'],
    properties: { _id: { bsonType: 'string' }, repliesSeenAt: { bsonType: 'date' } },
  },
  indexes: [],
});

const NEVER = new Date(0);

async function findRepliesSeen(memberId: string): Promise<Date> {
  return (await (await readers()).findOne({ _id: memberId }))?.repliesSeenAt ?? NEVER;
}

/** Moves the time up to which replies are read forward, never back, and returns it. */
async function markRepliesSeen(memberId: string, until: Date): Promise<Date> {
  const document = await (
    await readers()
  ).findOneAndUpdate(
    { _id: memberId },
    { $max: { repliesSeenAt: until } },
    { upsert: true, returnDocument: 'after' },
  );
  return document?.repliesSeenAt ?? until;
}

const REMOVED_AT_MOST = 100;

/**
 * Comments that staff have removed from a film, newest removal first, with their text: all of them for staff, only
 * their own for others. Two queries.
 */
export async function listRemovedComments(slug: string, reader: CommentViewer): Promise<RemovedComments> {
  const own = canModerate(reader) ? {} : { authorId: reader.id };
  const found = await (
    await comments()
  )
    .find({ filmId: slug, state: 'removed', ...own })
    .sort({ 'removal.at': -1 })
    .limit(REMOVED_AT_MOST)
    .toArray();
  const removed = found.map(toStored);
  const ids = removed.flatMap(({ authorId }) => (authorId === null ? [] : [authorId]));
  const authors = await authorsById(ids);
  return { items: removed.flatMap((comment) => toRemovedComment(comment, authors, reader.id) ?? []) };
}
