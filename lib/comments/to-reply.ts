import type { StoredComment } from './comments';
import { renderMarkdown } from './markdown';
import type { Author, Reply } from './schema';

type Authors = ReadonlyMap<string, Author>;

/** A stored comment as others see it: of a deleted or removed one neither words nor writer. */
export function toPublicReply(comment: StoredComment, authors: Authors): Reply {
  const whole = toFullReply(comment, authors);
  if (comment.state === 'visible') return whole;
  return { ...whole, author: null, body: '', content: [], spoiler: false, editedAt: null };
}

/** The same with words and writer, whatever its state: for its writer and for staff. */
export function toFullReply(comment: StoredComment, authors: Authors): Reply {
  const { id, state, deletedBy, parentId, answersId, body, spoiler, createdAt, editedAt } = comment;
  return {
    id,
    state,
    deletedBy,
    answersId: answersId ?? parentId,
    author: authorOf(comment, authors),
    body,
    content: renderMarkdown(body),
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
