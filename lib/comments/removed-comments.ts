import { authorsById } from '../members/authors';
import { comments, type StoredComment, toStored } from './comments';
import { canModerate, type CommentViewer } from './policy';
import type { Author, RemovedComment, RemovedComments } from './schema';
import { toFullReply } from './to-reply';

const REMOVED_AT_MOST = 100;

/**
 * What staff have removed from a film's talk, the newest removal first, with its words: all of it for staff, for others
 * what they wrote themselves. Two queries.
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
    own: authorId === readerId,
  };
}
