import { ProblemError } from '../problem';
import { softDeleteComment } from './comment-changes';
import { findComment, type StoredComment } from './comments';
import { canDelete, type CommentViewer } from './policy';

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
    const detail = 'There is no comment of yours here. It may be gone already: load the page again.';
    throw new ProblemError('not-found', { detail });
  }
  await softDeleteComment(id, comment.authorId === reader.id ? 'writer' : 'staff', now);
  return comment;
}
