import { authorsById } from '../members/authors';
import { log } from '../log';
import { ProblemError } from '../problem';
import { removeStoredComment, restoreStoredComment, softDeleteComment } from './comment-changes';
import { findComment, type StoredComment } from './comments';
import { toPublicReply, toRemovedComment } from './mapping';
import { canDelete, type CommentViewer } from './policy';
import type { RemovedComment, Reply } from './schema';

/**
 * Deletes a comment permanently: a user's own, or any for staff. With replies it leaves a placeholder without text
 * and author. Repeating it changes nothing. Throws `not-found` (404) if it does not exist or is somebody else's.
 *
 * @returns the comment as it was, and whether this has deleted it
 */
export async function deleteComment(
  reader: CommentViewer,
  id: string,
  now: Date,
): Promise<{ comment: StoredComment; isChanged: boolean }> {
  const comment = await findComment(id);
  // Authors never change, so there is no race between this check and the write; the write itself decides the state.
  if (!comment || !canDelete(reader, { author: { id: comment.authorId ?? '' } })) {
    const detail = 'We can’t find this comment of yours. It may be gone already. Reload the page.';
    throw new ProblemError('not-found', { detail });
  }
  const isChanged = await softDeleteComment(id, comment.authorId === reader.id ? 'author' : 'staff', now);
  return { comment, isChanged };
}

/**
 * Hides a comment; its text stays for its author and for restoring it. If it was removed before, the first reason
 * stays and is returned. Throws `not-found`, and `conflict` if it was deleted.
 */
export async function removeComment(
  id: string,
  { reason, by, now }: { reason: string; by: string; now: Date },
): Promise<{ comment: StoredComment; removed: RemovedComment; isChanged: boolean }> {
  const isChanged = await removeStoredComment(id, { reason, by, at: now });
  const comment = await getModerated(id);
  if (isChanged) log.info('comment.removed', { commentId: id, by });
  const authors = await authorsById(comment.authorId === null ? [] : [comment.authorId]);
  const removed = toRemovedComment(comment, authors, by);
  if (removed) return { comment, removed, isChanged };
  const detail = 'A colleague restored this comment at the same moment. Reload the page and decide again.';
  throw new ProblemError('conflict', { detail });
}

/** Puts a removed comment back. One that is visible stays so. Throws `not-found`, and `conflict` when it was deleted. */
export async function restoreComment(
  id: string,
  by: string,
): Promise<{ comment: StoredComment; reply: Reply; isChanged: boolean }> {
  const isChanged = await restoreStoredComment(id);
  const comment = await getModerated(id);
  if (isChanged) log.info('comment.restored', { commentId: id, by });
  const authors = await authorsById(comment.authorId === null ? [] : [comment.authorId]);
  return { comment, reply: toPublicReply(comment, authors), isChanged };
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
