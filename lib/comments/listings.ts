import { findFilm } from '../films/films';
import { authorsById } from '../members/authors';
import { findMembers } from '../members/members';
import { ProblemError } from '../problem';
import { comments, findComment, toStored } from './comments';
import { parseCursor, toPage } from './cursor';
import { toDiscussion } from './discussions';
import {
  filmNamesOf,
  toComment,
  toFullReply,
  toPublicReply,
  toRemovedComment,
  visibleAuthorIds,
} from './mapping';
import { countRepliesTo, findThread, listByAuthor, listRepliesTo, listThreads } from './queries';
import {
  type CommentOrder,
  type CommentPage,
  COMMENTS_PAGE_SIZE,
  type MemberPage,
  type MyComments,
  type MyReplies,
  type RemovedComments,
  type Thread,
  UNREAD_COUNT_MAX,
} from './schema';
import { defineCollection } from '../db/collection';
import { canModerate, type CommentViewer } from './policy';

/**
 * A page of a film's comments with their authors, newest first unless told; empty for a slug that no film has, which the
 * caller finds out beside it. Two queries, comments and members, while the mirror is warm. Throws `invalid` (422) for a
 * cursor that is not ours.
 */
export async function listComments(
  slug: string,
  { cursor, order = 'newest' }: { cursor?: string | undefined; order?: CommentOrder | undefined } = {},
): Promise<CommentPage> {
  const after = parseCursor(cursor);
  // One more than fits on a page shows whether there is a next page.
  const limit = COMMENTS_PAGE_SIZE + 1;
  const { threads, total, closed } = await listThreads({ filmId: slug, cursor: after, order, limit });
  const { page, nextCursor } = toPage(threads, COMMENTS_PAGE_SIZE);
  // A placeholder stays for its replies; without any it is left out.
  const shown = page.filter(({ state, replies }) => state === 'visible' || replies.length > 0);
  const authors = await authorsById(visibleAuthorIds(shown.flatMap((thread) => [thread, ...thread.replies])));
  const items = shown.map((thread) => toComment(thread, authors));
  return { items, nextCursor, total, discussion: toDiscussion(closed) };
}

/**
 * The thread of a comment or reply, with all replies. Four queries. Throws `not-found` (404) if it does not exist, or
 * was deleted or removed and has no replies.
 */
export async function getThread(id: string): Promise<Thread> {
  const comment = await findComment(id);
  if (!comment) throw noSuchComment();
  const [film, thread] = await Promise.all([
    findFilm(comment.filmId),
    findThread(comment.parentId ?? comment.id),
  ]);
  const stands = [thread, ...(thread?.replies ?? [])].some((one) => one?.id === id);
  if (!film || !thread || !stands || (thread.state !== 'visible' && thread.replies.length === 0)) {
    throw noSuchComment();
  }
  const authors = await authorsById(visibleAuthorIds([thread, ...thread.replies]));
  return { film: { slug: film.slug, title: film.title }, comment: toComment(thread, authors) };
}

function noSuchComment(): ProblemError {
  const detail = 'There’s no such comment. It may have been deleted, or removed by staff.';
  return new ProblemError('not-found', { detail });
}

/**
 * A member as everybody may see them: name, since when, their visible comments, newest first. Four queries. Who is
 * known neither to the mirror nor by a comment is not asked of Identity, so nobody can ask it about ids of their own
 * making. Throws `not-found`, also for people who have left, and `invalid` (422) for a cursor that is not ours.
 */
export async function getMemberPage(id: string, cursor?: string): Promise<MemberPage> {
  const after = parseCursor(cursor);
  const [found, known] = await Promise.all([
    listByAuthor(id, ['visible'], after, COMMENTS_PAGE_SIZE + 1),
    findMembers([id]),
  ]);
  if (found.length === 0 && !known.has(id)) throw noMember();
  const { page, nextCursor } = toPage(found, COMMENTS_PAGE_SIZE);
  const [filmOf, authors] = await Promise.all([filmNamesOf(page), authorsById([id])]);
  const author = authors.get(id);
  if (author?.kind !== 'member') throw noMember();
  // Whom the mirror lacked is in it by now.
  const members = known.has(id) ? known : await findMembers([id]);
  return {
    member: { ...author, joinedAt: members.get(id)?.since?.toISOString() ?? null },
    comments: {
      items: page.map((comment) => ({
        comment: toPublicReply(comment, authors),
        film: filmOf(comment),
        parentId: comment.parentId,
      })),
      nextCursor,
    },
  };
}

function noMember(): ProblemError {
  const detail =
    'There’s no member at this address. The account may have been deleted; its comments stay, without a name.';
  return new ProblemError('not-found', { detail });
}

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
