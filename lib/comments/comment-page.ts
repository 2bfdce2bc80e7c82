import { authorsById } from '../members/authors';
import { listThreads, type StoredThread } from './comment-list';
import { parseCursor, toPage } from './cursor';
import { type Author, type Comment, type CommentOrder, type CommentPage, COMMENTS_PAGE_SIZE } from './schema';
import { toDiscussion } from './talks';
import { visibleAuthorIds, toPublicReply } from './to-reply';

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
  // One more than a page holds says whether there is a next one.
  const limit = COMMENTS_PAGE_SIZE + 1;
  const { threads, total, closed } = await listThreads({ filmId: slug, cursor: after, order, limit });
  const { page, nextCursor } = toPage(threads, COMMENTS_PAGE_SIZE);
  // A stub stays for its answers; when they are gone too, there is nothing left of it.
  const shown = page.filter(({ state, replies }) => state === 'visible' || replies.length > 0);
  const authors = await authorsById(visibleAuthorIds(shown.flatMap((thread) => [thread, ...thread.replies])));
  const items = shown.map((thread) => toComment(thread, authors));
  return { items, nextCursor, total, talk: toDiscussion(closed) };
}

export function toComment(thread: StoredThread, authors: ReadonlyMap<string, Author>): Comment {
  return {
    ...toPublicReply(thread, authors),
    replies: thread.replies.map((reply) => toPublicReply(reply, authors)),
  };
}
