import { authorsById } from '../members/authors';
import { log } from '../log';
import { ProblemError } from '../problem';
import { removeStoredComment, restoreStoredComment, softDeleteComment } from './comment-changes';
import { findComment, type StoredComment } from './comments';
import { toPublicReply, toRemovedComment } from './mapping';
import { canDelete, type CommentViewer } from './policy';
import type { RemovedComment, Reply } from './schema';

/**
 * Deletes a comment for good: one's own, or any for staff. An answered one leaves a stub without words and writer, another
 * is gone. Repeating it changes nothing. Throws `not-found` (404) for one that is absent or not theirs.
 *
 * @returns the comment as it was
 */
export async function deleteComment(reader: CommentViewer, id: string, now: Date): Promise<StoredComment> {
  const comment = await findComment(id);
  // Writers never change, so looking first and writing then cannot be raced; the state is decided by the write.
  if (!comment || !canDelete(reader, { author: { id: comment.authorId ?? '' } })) {
    const detail = 'We can’t find this comment of yours. It may be gone already. Reload the page.';
    throw new ProblemError('not-found', { detail });
  }
  await softDeleteComment(id, comment.authorId === reader.id ? 'author' : 'staff', now);
  return comment;
}

/**
 * Staff take a comment out of sight; its words are kept for its writer and for restoring it. One that is removed already
 * keeps its first reason, and that is the answer. Throws `not-found`, and `conflict` when it was deleted.
 */
export async function removeComment(
  id: string,
  { reason, by, now }: { reason: string; by: string; now: Date },
): Promise<{ comment: StoredComment; removed: RemovedComment }> {
  const done = await removeStoredComment(id, { reason, by, at: now });
  const comment = await getModerated(id);
  if (done) log.info('comment.removed', { commentId: id, by });
  const authors = await authorsById(comment.authorId === null ? [] : [comment.authorId]);
  const removed = toRemovedComment(comment, authors, by);
  if (removed) return { comment, removed };
  const detail = 'A colleague restored this comment at the same moment. Reload the page and decide again.';
  throw new ProblemError('conflict', { detail });
}

/** Puts a removed comment back. One that is visible stays so. Throws `not-found`, and `conflict` when it was deleted. */
export async function restoreComment(
  id: string,
  by: string,
): Promise<{ comment: StoredComment; reply: Reply }> {
  const done = await restoreStoredComment(id);
  const comment = await getModerated(id);
  if (done) log.info('comment.restored', { commentId: id, by });
  const authors = await authorsById(comment.authorId === null ? [] : [comment.authorId]);
  return { comment, reply: toPublicReply(comment, authors) };
}

async function getModerated(id: string): Promise<StoredComment> {
  const comment = await findComment(id);
  if (!comment) {
    throw new ProblemError('not-found', { detail: 'We can’t find this comment. Reload the page.' });
  }
  if (comment.state !== 'deleted') return comment;
  const detail = 'This comment has been deleted in the meantime. There’s nothing left to do.';
  throw new ProblemError('conflict', { detail });
}
