import { authorsById } from '../members/authors';
import { countRepliesTo, listRepliesTo } from './comments-of-people';
import { parseCursor, toPage } from './cursor';
import { type MyReplies, UNREAD_COUNT_MAX } from './people-schema';
import { filmNamesOf } from './placed';
import { findRepliesSeen, markRepliesSeen } from './replies-seen';
import { COMMENTS_PAGE_SIZE } from './schema';
import { visibleAuthorIds, toPublicReply } from './to-reply';

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
