import { createHash } from 'node:crypto';
import { isDuplicateKey } from '../db/client';
import { toObjectId } from '../db/document';
import { getFilm, withFilm } from '../films/films';
import type { User } from '../identity/schema';
import { authorOfSession } from '../members/authors';
import { ProblemError } from '../problem';
import { deleteUnpublished, insertReply } from './comment-changes';
import {
  type CommentDocument,
  comments,
  findComment,
  insertComment,
  type StoredComment,
  toStored,
} from './comments';
import {
  type DiscussionDocument,
  discussionPipeline,
  requireCommentsEnabled,
  requireOpen,
  requireOpenDiscussion,
} from './discussions';
import { toPublicReply } from './mapping';
import { renderMarkdown, requireLinkLimit } from './markdown';
import { withPostingLimits } from './posting-limits';
import type { Comment, CommentInput } from './schema';

export interface CommentPost {
  /** The session's user: nobody else is asked for the name. */
  author: Pick<User, 'id' | 'name' | 'roles' | 'createdAt'>;
  slug: string;
  input: CommentInput;
  idempotencyKey: string;
  now: Date;
}

/**
 * Posts a comment or a reply. Four commands, six for a reply; cheap checks come first, and the Markdown is parsed last. The
 * same request again, with the same key, gets the first response, however much later. Throws `not-found`,
 * `idempotency-key-reused`, `comments-disabled`, `discussion-closed`, `conflict` (the comment to reply to is gone),
 * `posting-too-fast`, `duplicate-comment`, `new-account-limit`, `too-many-links` and `thread-full`.
 */
export async function postComment(post: CommentPost): Promise<Comment> {
  const { author, slug, idempotencyKey, input, now } = post;
  const id = commentIdFor(author.id, idempotencyKey);
  const requestHash = hashOf(post);
  const context = await readContext(id, slug, input.replyToId ?? null);
  if (!context.hasFilm) await getFilm(slug); // says where it went
  if (context.first) return firstResponse(context.first, requestHash, post);
  requireCommentsEnabled();
  requireOpen(context.discussion);
  const target = input.replyToId ? requireTarget(context.target, slug) : null;
  const posting = { author, commentId: id, body: input.body, now };
  const comment = await withPostingLimits(posting, () => write(post, id, requestHash, target));
  return firstResponse(comment, requestHash, post);
}

interface Context {
  hasFilm: boolean;
  /** What this request posted before. */
  first: StoredComment | null;
  discussion: DiscussionDocument | null;
  /** What it replies to. */
  target: StoredComment | null;
}

interface Entry {
  film?: string;
  comment?: CommentDocument;
  discussion?: DiscussionDocument;
}

/** Reads everything that decides about a post, in one query. */
async function readContext(id: string, slug: string, replyToId: string | null): Promise<Context> {
  const ids = [id, ...(replyToId === null ? [] : [replyToId])];
  const discussion = [...discussionPipeline(slug), { $project: { _id: 0, discussion: '$$ROOT' } }];
  const found = await (
    await comments()
  )
    .aggregate<Entry>([
      { $match: { _id: { $in: ids.map(toObjectId) } } },
      { $project: { _id: 0, comment: '$$ROOT' } },
      withFilm(slug),
      { $unionWith: { coll: 'discussions', pipeline: discussion } },
    ])
    .toArray();
  const stored = found.flatMap(({ comment }) => (comment ? [toStored(comment)] : []));
  return {
    hasFilm: found.some(({ film }) => film !== undefined),
    first: stored.find((comment) => comment.id === id) ?? null,
    discussion: found.find((entry) => entry.discussion)?.discussion ?? null,
    target: stored.find((comment) => comment.id === replyToId) ?? null,
  };
}

async function write(
  { author, slug, input, now }: CommentPost,
  id: string,
  requestHash: string,
  target: StoredComment | null,
): Promise<StoredComment> {
  const { body, spoiler = false } = input;
  const content = renderMarkdown(body);
  requireLinkLimit(content);
  const text = { id, filmId: slug, authorId: author.id, body, content, spoiler, createdAt: now, requestHash };
  const comment = await unlessThere(
    target
      ? insertReply({ ...text, ...placeUnder(target, author.id) })
      : insertComment({ ...text, parentId: null, replyToId: null, replyToAuthorId: null }),
  );
  if (comment) {
    await withdrawIfClosed(comment);
    return comment;
  }
  // The same request may have been a moment earlier, while there still was something to reply to.
  const first = await findComment(id);
  if (first) return first;
  await requireOpenDiscussion(slug);
  throw await explainNoPlace(target);
}

/** Null if there is a comment with this id. */
async function unlessThere<T>(insert: Promise<T>): Promise<T | null> {
  try {
    return await insert;
  } catch (error) {
    if (isDuplicateKey(error)) return null;
    throw error;
  }
}

/** Checks again after the write: if the discussion was closed meanwhile, the comment is deleted. */
async function withdrawIfClosed(comment: StoredComment): Promise<void> {
  try {
    await requireOpenDiscussion(comment.filmId);
  } catch (error) {
    if (error instanceof ProblemError) await deleteUnpublished(comment.id);
    throw error;
  }
}

function hashOf({ author, slug, input }: CommentPost): string {
  const { body, replyToId = null, spoiler = false } = input;
  // The spoiler flag comes last, and only if it is set, so that requests of earlier versions have the same hash.
  const parts = [author.id, slug, replyToId, body, ...(spoiler ? [true] : [])];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** The comment as it was when it was new, whatever happened to it since: visible, unedited, without replies. */
function firstResponse(comment: StoredComment, requestHash: string, { author, input }: CommentPost): Comment {
  if (comment.requestHash !== requestHash) {
    const detail = 'This key was used for another comment. Send a new key with a new comment.';
    throw new ProblemError('idempotency-key-reused', { detail });
  }
  const { body, spoiler = false } = input;
  // What was edited or deleted since has lost its first content.
  const content = comment.body === body ? comment.content : renderMarkdown(body);
  const asNew = { state: 'visible', deletedBy: null, editedAt: null, content, spoiler } as const;
  const authors = new Map([[author.id, authorOfSession(author)]]);
  return { ...toPublicReply({ ...comment, ...asNew }, authors), replies: [] };
}

/**
 * The id of what this member posts under this Idempotency-Key: 24 hex digits. Made of the two, so that the `_id` itself
 * keeps a repeated request from posting twice. (A unique index beside it would do the same, but DocumentDB lets inserts
 * that meet in such an index dead-lock each other, a second each.)
 */
export function commentIdFor(authorId: string, idempotencyKey: string): string {
  return createHash('sha256').update(`${authorId}\n${idempotencyKey}`).digest('hex').slice(0, 24);
}

/** A reply belongs to the top-level comment of its thread, also if it replies to a reply. */
function placeUnder({ id, parentId, authorId }: StoredComment, replierId: string) {
  return {
    parentId: parentId ?? id,
    replyToId: id,
    replyToAuthorId: authorId === replierId ? null : authorId,
  };
}

function requireTarget(target: StoredComment | null, filmId: string): StoredComment {
  if (target?.filmId !== filmId) {
    const detail = 'The comment you’re replying to isn’t on this film. Post yours as a new comment.';
    throw new ProblemError('not-found', { detail });
  }
  if (target.state !== 'visible') throw gone('The comment you’re replying to', target.state);
  return target;
}

async function explainNoPlace(target: StoredComment | null): Promise<ProblemError> {
  const first = target && (await findComment(target.parentId ?? target.id));
  if (target && first && first.state !== 'visible') {
    const what =
      first.id === target.id ? 'The comment you’re replying to' : 'The comment that started this thread';
    return gone(what, first.state);
  }
  return new ProblemError('thread-full', { detail: 'This thread is full. Post yours as a new comment.' });
}

function gone(what: string, state: 'deleted' | 'removed'): ProblemError {
  const how = state === 'deleted' ? 'deleted' : 'removed by staff';
  return new ProblemError('conflict', {
    detail: `${what} was ${how} in the meantime. Post yours as a new comment.`,
  });
}
