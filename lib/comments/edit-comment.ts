import type { User } from '../identity/schema';
import { authorOfSession } from '../members/authors';
import { ProblemError } from '../problem';
import { revertEdit, updateBody } from './comment-changes';
import { findComment, type StoredComment } from './comments';
import { renderMarkdown, requireLinkLimit } from './markdown';
import { withEditLimits } from './posting-limits';
import { COMMENT_EDIT_MINUTES, type CommentEdit, type CommentSource, type Reply } from './schema';
import { requireCommentsEnabled, requireOpenDiscussion } from './discussions';
import { toPublicReply } from './mapping';

interface CommentEditing {
  author: Pick<User, 'id' | 'name' | 'roles'>;
  id: string;
  input: CommentEdit;
  now: Date;
}

/**
 * Edits a user's own comment, within fifteen minutes of posting. The same text again changes nothing. Throws
 * `not-found` (does not exist, or somebody else's), `conflict` (deleted or removed), `edit-window-closed`,
 * `comments-disabled`, `discussion-closed`, `too-many-links` and `duplicate-comment`.
 *
 * @returns the comment as others see it, its film, and whether its text was changed
 */
export async function editComment(
  editing: CommentEditing,
): Promise<{ reply: Reply; filmId: string; isChanged: boolean }> {
  const { author, id, input } = editing;
  const before = await findComment(id);
  if (!before || before.authorId !== author.id) throw notYours();
  const isChanged = !isAlready(before, input);
  const after = isChanged ? await write(before, editing) : before;
  const authors = new Map([[author.id, authorOfSession(author)]]);
  return { reply: toPublicReply(after, authors), filmId: before.filmId, isChanged };
}

/**
 * The Markdown of one's own comment, while it may be edited. Throws `not-found` (does not exist, or somebody else's),
 * `conflict` (deleted or removed) and `edit-window-closed`.
 */
export async function getCommentSource(authorId: string, id: string, now: Date): Promise<CommentSource> {
  const comment = await findComment(id);
  if (!comment || comment.authorId !== authorId) throw notYours();
  requireEditable(comment, editableSince(now));
  return { body: comment.body, spoiler: comment.spoiler };
}

function editableSince(now: Date): Date {
  return new Date(now.getTime() - COMMENT_EDIT_MINUTES * 60_000);
}

function isAlready(comment: StoredComment, { body, spoiler }: CommentEdit): boolean {
  return comment.state === 'visible' && comment.body === body && comment.spoiler === spoiler;
}

async function write(before: StoredComment, editing: CommentEditing): Promise<StoredComment> {
  const { author, id, input, now } = editing;
  const since = editableSince(now);
  requireCommentsEnabled();
  requireEditable(before, since);
  await requireOpenDiscussion(before.filmId);
  return withEditLimits({ authorId: author.id, commentId: id, body: input.body, now }, async () => {
    const content = renderMarkdown(input.body);
    requireLinkLimit(content);
    const after = await updateBody(before, { ...input, content }, { since, now });
    if (!after) return requireDone(editing, since);
    await takeBackIfClosed(before, after);
    return after;
  });
}

/** Checks again after the write: if the discussion was closed meanwhile, the edit is reverted. */
async function takeBackIfClosed(before: StoredComment, after: StoredComment): Promise<void> {
  try {
    await requireOpenDiscussion(before.filmId);
  } catch (error) {
    if (error instanceof ProblemError) await revertEdit(before, after);
    throw error;
  }
}

function requireEditable({ state, createdAt }: StoredComment, since: Date): void {
  if (state !== 'visible') {
    const gone = state === 'deleted' ? 'deleted' : 'removed by staff';
    const detail = `This comment was ${gone} in the meantime and can’t be changed. We’ve kept your text.`;
    throw new ProblemError('conflict', { detail });
  }
  if (createdAt > since) return;
  const detail = `A comment can be edited for ${COMMENT_EDIT_MINUTES} minutes after it was posted. Post the rest as a reply. We’ve kept your text.`;
  throw new ProblemError('edit-window-closed', { detail });
}

/** The comment has changed since it was read. That is fine if the same request, sent twice, has written this text. */
async function requireDone({ id, input }: CommentEditing, since: Date): Promise<StoredComment> {
  const comment = await findComment(id);
  if (!comment) throw notYours();
  if (isAlready(comment, input)) return comment;
  requireEditable(comment, since);
  const detail = 'This comment was changed at the same moment. Try again. We’ve kept your text.';
  throw new ProblemError('conflict', { detail });
}

function notYours(): ProblemError {
  const detail = 'We can’t find this comment of yours. It may be gone already. Reload the page.';
  return new ProblemError('not-found', { detail });
}
