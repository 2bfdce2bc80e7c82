import { authorsById } from '../members/authors';
import { ProblemError } from '../problem';
import { listThreads, type StoredComment } from './comments';
import { decodeCursor, encodeCursor } from './cursor';
import { type Author, type CommentPage, COMMENTS_PAGE_SIZE, type Reply } from './schema';

/**
 * A page of a film's comments with their authors, newest first; empty for a slug that no film has, which the caller
 * finds out beside it. Two queries, comments and members, while the mirror is warm. Throws `invalid` (422) for a
 * cursor that is not ours.
 */
export async function listComments(slug: string, cursor?: string): Promise<CommentPage> {
  const after = cursor === undefined ? null : parseCursor(cursor);
  // One more than a page holds says whether there is a next one.
  const { threads, total } = await listThreads(slug, after, COMMENTS_PAGE_SIZE + 1);
  const page = threads.slice(0, COMMENTS_PAGE_SIZE);
  const authors = await authorsById(authorIds(page.flatMap((thread) => [thread, ...thread.replies])));
  const last = page.at(-1);
  return {
    items: page.map((thread) => ({
      ...toReply(thread, authors),
      replies: thread.replies.map((reply) => toReply(reply, authors)),
    })),
    nextCursor: last && threads.length > page.length ? encodeCursor(last) : null,
    total,
    talk: { state: 'open', reason: null },
  };
}

/** A stored comment as others see it: of a deleted one neither words nor writer. */
export function toReply(comment: StoredComment, authors: ReadonlyMap<string, Author>): Reply {
  const { id, state, deletedBy, body, createdAt } = comment;
  const visible = state === 'visible';
  return {
    id,
    state,
    deletedBy,
    author: visible ? (authors.get(comment.authorId) ?? null) : null,
    body: visible ? body : '',
    content: visible ? [{ type: 'paragraph', children: [{ type: 'text', value: body }] }] : [],
    spoiler: false,
    createdAt: createdAt.toISOString(),
    editedAt: null,
  };
}

function authorIds(comments: StoredComment[]): string[] {
  const visible = comments.filter(({ state }) => state === 'visible');
  return [...new Set(visible.map(({ authorId }) => authorId))];
}

function parseCursor(text: string): ReturnType<typeof decodeCursor> {
  const cursor = decodeCursor(text);
  if (cursor) return cursor;
  const message = 'Use the nextCursor of the page before, as it came.';
  throw new ProblemError('invalid', { errors: [{ path: 'query.cursor', message }] });
}
