import { authorsById } from '../members/authors';
import { log } from '../log';
import { ProblemError } from '../problem';
import { removeStoredComment, restoreStoredComment } from './comment-changes';
import { findComment, type StoredComment } from './comments';
import { toRemovedComment } from './removed-comments';
import type { RemovedComment, Reply } from './schema';
import { toPublicReply } from './to-reply';

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
  const detail = 'A colleague restored this comment at the same moment. Load the page again and decide anew.';
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
    throw new ProblemError('not-found', { detail: 'There is no such comment. Load the page again.' });
  }
  if (comment.state !== 'deleted') return comment;
  const detail = 'This comment was deleted meanwhile, and its words are gone. There is nothing left to do.';
  throw new ProblemError('conflict', { detail });
}
