import { createHash } from 'node:crypto';
import { getFilm } from '../films/films';
import { authorsById } from '../members/authors';
import { ProblemError } from '../problem';
import { toReply } from './comment-page';
import { commentIdOf } from './comment-id';
import { findComment, insertComment, markAnswered, type StoredComment } from './comments';
import { giveTurnBack, takeTurn } from './pace';
import type { Comment, CommentInput } from './schema';

interface CommentPost {
  authorId: string;
  slug: string;
  input: CommentInput;
  idempotencyKey: string;
  now: Date;
}

/**
 * Posts a comment or an answer to one. A request that comes again with its key gets its first answer, at once or years
 * later. Throws `not-found`, `idempotency-key-reused`, `too-soon`, `conflict` (the comment to answer was deleted) and
 * `invalid` (an answer has no answers).
 */
export async function postComment(post: CommentPost): Promise<Comment> {
  const { authorId, idempotencyKey, input, now } = post;
  const film = await getFilm(post.slug);
  const parentId = input.parentId ?? null;
  const requestHash = createHash('sha256')
    .update(JSON.stringify([authorId, film.slug, parentId, input.body]))
    .digest('hex');
  const id = commentIdOf(authorId, idempotencyKey);
  const first = await findComment(id);
  if (first) return firstAnswer(first, requestHash, input.body);

  await takeTurn(authorId, idempotencyKey, now);
  if (parentId !== null && !(await markAnswered(parentId, film.slug))) {
    await giveTurnBack(authorId, idempotencyKey);
    throw await whyNotAnswerable(parentId, film.slug);
  }
  const comment = await insertComment({
    id,
    filmId: film.slug,
    authorId,
    parentId,
    body: input.body,
    createdAt: now,
    requestHash,
  });
  return firstAnswer(comment, requestHash, input.body);
}

/** As it was when it was new, whatever has become of it: visible, without answers. */
async function firstAnswer(comment: StoredComment, requestHash: string, body: string): Promise<Comment> {
  if (comment.requestHash !== requestHash) {
    const detail = 'This key was used for other words. Send a new key with a new comment.';
    throw new ProblemError('idempotency-key-reused', { detail });
  }
  const authors = await authorsById([comment.authorId]);
  return { ...toReply({ ...comment, state: 'visible', deletedBy: null, body }, authors), replies: [] };
}

async function whyNotAnswerable(parentId: string, filmId: string): Promise<ProblemError> {
  const parent = await findComment(parentId);
  if (parent?.filmId !== filmId) {
    const detail = 'The comment that you answer is not on this page. Post yours without it.';
    return new ProblemError('not-found', { detail });
  }
  if (parent.parentId !== null) {
    const message = 'This is an answer itself. Answer the comment above it.';
    return new ProblemError('invalid', { errors: [{ path: 'body.parentId', message }] });
  }
  const detail = 'The comment that you answer was deleted meanwhile. Post yours without it.';
  return new ProblemError('conflict', { detail });
}
