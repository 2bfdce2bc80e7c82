import { createHash } from 'node:crypto';
import { getFilm } from '../films/films';
import { authorsById } from '../members/authors';
import { ProblemError } from '../problem';
import { claimReplySlot } from './comment-changes';
import { deleteUnpublished, findComment, insertComment, type StoredComment } from './comments';
import { requireCommentsEnabled, requireOpenDiscussion } from './discussions';
import { toPublicReply } from './mapping';
import { requireLinkLimit } from './markdown';
import { type PostingUser, withPostingLimits } from './posting-limits';
import type { Comment, CommentInput } from './schema';

export interface CommentPost {
  writer: PostingUser;
  slug: string;
  input: CommentInput;
  idempotencyKey: string;
  now: Date;
}

/**
 * Posts a comment or a reply. The same request again, with the same key, gets the first response, however much later.
 * Throws `not-found`, `idempotency-key-reused`, `comments-disabled`, `discussion-closed`, `too-many-links`,
 * `posting-too-fast`, `duplicate-comment`, `new-account-limit`, `conflict` (the comment to reply to was deleted or
 * removed) and `thread-full`.
 */
export async function postComment(post: CommentPost): Promise<Comment> {
  const { writer, idempotencyKey, input, now } = post;
  const id = commentIdFor(writer.id, idempotencyKey);
  const [film, first] = await Promise.all([getFilm(post.slug), findComment(id)]);
  const requestHash = hashOf(post);
  if (first) return firstAnswer(first, requestHash, input);
  requireCommentsEnabled();
  requireLinkLimit(input.body);
  await requireOpenDiscussion(film.slug);
  const comment = await withPostingLimits({ author: writer, commentId: id, body: input.body, now }, () =>
    write(post, id, requestHash),
  );
  return firstAnswer(comment, requestHash, input);
}

async function write(post: CommentPost, id: string, requestHash: string): Promise<StoredComment> {
  const { writer, slug, input, now } = post;
  const answeredId = input.replyToId ?? null;
  const joined = answeredId === null ? null : await resolveReplyTarget(answeredId, slug);
  if (answeredId !== null && !joined) {
    // The same request may have succeeded a moment earlier, while the target still existed.
    const first = await findComment(id);
    if (first) return first;
    throw await explainUnavailableTarget(answeredId, slug);
  }
  const { comment, isNew } = await insertComment({
    id,
    filmId: slug,
    authorId: writer.id,
    parentId: joined && joined.first.id,
    replyToId: joined && joined.answered.id,
    replyToAuthorId: joined && joined.answered.authorId !== writer.id ? joined.answered.authorId : null,
    body: input.body,
    spoiler: input.spoiler ?? false,
    createdAt: now,
    requestHash,
  });
  // Checked again after the insert: a comment that got in while the discussion was being closed is deleted.
  if (isNew) await withdrawIfClosed(comment);
  return comment;
}

async function withdrawIfClosed({ id, filmId }: StoredComment): Promise<void> {
  try {
    await requireOpenDiscussion(filmId);
  } catch (error) {
    if (error instanceof ProblemError) await deleteUnpublished(id);
    throw error;
  }
}

function hashOf({ writer, slug, input }: CommentPost): string {
  const { body, replyToId = null, spoiler = false } = input;
  // The spoiler flag comes last, and only if it is set, so that requests of earlier versions have the same hash.
  const parts = [writer.id, slug, replyToId, body, ...(spoiler ? [true] : [])];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** The comment as it was when it was new: visible, unedited, without replies. */
async function firstAnswer(
  comment: StoredComment,
  requestHash: string,
  { body, spoiler = false }: CommentInput,
): Promise<Comment> {
  if (comment.requestHash !== requestHash) {
    const detail = 'This key was used for another comment. Send a new key with a new comment.';
    throw new ProblemError('idempotency-key-reused', { detail });
  }
  const authors = await authorsById(comment.authorId === null ? [] : [comment.authorId]);
  const asNew = { state: 'visible', deletedBy: null, editedAt: null, body, spoiler } as const;
  return { ...toPublicReply({ ...comment, ...asNew }, authors), replies: [] };
}

/**
 * The id of what this member posts with this Idempotency-Key: 24 hex digits derived from both, so that the `_id`
 * itself prevents posting twice. (A unique index would do the same, but on DocumentDB concurrent inserts deadlock on
 * it, for a second each.)
 */
export function commentIdFor(authorId: string, idempotencyKey: string): string {
  return createHash('sha256').update(`${authorId}\n${idempotencyKey}`).digest('hex').slice(0, 24);
}

/** Where a reply goes: the top-level comment of its thread, and the comment or reply that it replies to. */
interface Joined {
  first: StoredComment;
  answered: StoredComment;
}

/**
 * Claims a reply slot in the thread of the target comment: one query, two for a reply to a reply. Null if the target
 * is not on this film, was deleted or removed, or its thread is full; `explainUnavailableTarget` says which.
 */
async function resolveReplyTarget(answeredId: string, filmId: string): Promise<Joined | null> {
  const first = await claimReplySlot(answeredId, filmId);
  if (first) return { first, answered: first };
  const answered = await findComment(answeredId);
  if (!answered?.parentId || answered.state !== 'visible') return null;
  const above = await claimReplySlot(answered.parentId, filmId);
  return above && { first: above, answered };
}

async function explainUnavailableTarget(answeredId: string, filmId: string): Promise<ProblemError> {
  const answered = await findComment(answeredId);
  if (answered?.filmId !== filmId) {
    const detail = 'The comment you’re replying to isn’t on this film. Post yours as a new comment.';
    return new ProblemError('not-found', { detail });
  }
  if (answered.state !== 'visible') return gone('The comment you’re replying to', answered.state);
  const first = answered.parentId === null ? answered : await findComment(answered.parentId);
  if (first && first.state !== 'visible') return gone('The comment that started this thread', first.state);
  const detail = 'This thread is full. Post yours as a new comment.';
  return new ProblemError('thread-full', { detail });
}

function gone(what: string, state: 'deleted' | 'removed'): ProblemError {
  const how = state === 'deleted' ? 'deleted' : 'removed by staff';
  return new ProblemError('conflict', {
    detail: `${what} was ${how} in the meantime. Post yours as a new comment.`,
  });
}
