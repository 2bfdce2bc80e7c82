import { filmsBySlug } from '../films/films';
import type { StoredComment } from './comments';
import type { StoredThread } from './queries';
import type { Author, Comment, MyComments, RemovedComment, Reply } from './schema';

type Authors = ReadonlyMap<string, Author>;

/** A stored comment as others see it: without text and author if it was deleted or removed. */
export function toPublicReply(comment: StoredComment, authors: Authors): Reply {
  const whole = toFullReply(comment, authors);
  if (comment.state === 'visible') return whole;
  return { ...whole, author: null, content: [], spoiler: false, editedAt: null };
}

/** The same with text and author, whatever its state: for its author and for staff. */
export function toFullReply(comment: StoredComment, authors: Authors): Reply {
  const { id, state, parentId, replyToId, content, spoiler, createdAt, editedAt } = comment;
  return {
    id,
    state,
    deletedBy: comment.deletedBy,
    replyToId: replyToId ?? parentId,
    author: authorOf(comment, authors),
    content,
    spoiler,
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
  };
}

/** The accounts to look up for what others see of these. */
export function visibleAuthorIds(comments: readonly StoredComment[]): string[] {
  const visible = comments.filter(({ state }) => state === 'visible');
  return [...new Set(visible.flatMap(({ authorId }) => (authorId === null ? [] : [authorId])))];
}

function authorOf({ authorId, authorName }: StoredComment, authors: Authors): Author | null {
  if (authorId !== null) return authors.get(authorId) ?? null;
  return { id: '', name: authorName ?? 'Guest', kind: 'guest', staff: false };
}

export function toComment(thread: StoredThread, authors: ReadonlyMap<string, Author>): Comment {
  return {
    ...toPublicReply(thread, authors),
    replies: thread.replies.map((reply) => toPublicReply(reply, authors)),
  };
}

/** Null for a comment that is not removed. */
export function toRemovedComment(
  comment: StoredComment,
  authors: ReadonlyMap<string, Author>,
  readerId: string,
): RemovedComment | null {
  const { parentId, removal, authorId } = comment;
  if (!removal) return null;
  return {
    comment: toFullReply(comment, authors),
    parentId,
    reason: removal.reason,
    removedAt: removal.at.toISOString(),
    isOwn: authorId === readerId,
  };
}

type FilmName = MyComments['items'][number]['film'];

/** Titles of the films of these comments. One query. A film that no longer exists is called by its slug. */
export async function filmNamesOf(
  comments: readonly StoredComment[],
): Promise<(comment: StoredComment) => FilmName> {
  const films = await filmsBySlug([...new Set(comments.map(({ filmId }) => filmId))]);
  return ({ filmId }) => ({ slug: filmId, title: films.get(filmId)?.title ?? filmId });
}
