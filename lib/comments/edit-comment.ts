import { authorsById } from '../members/authors';
import { ProblemError } from '../problem';
import { markEdited } from './comment-changes';
import { findComment, type StoredComment } from './comments';
import { requireFewLinks } from './links';
import { giveWordsBack, takeWords } from './same-words';
import { COMMENT_EDIT_MINUTES, type CommentEdit, type Reply } from './schema';
import { requireCommentsOn, requireOpenTalk } from './talks';
import { toReply } from './to-reply';

interface CommentEditing {
  authorId: string;
  id: string;
  input: CommentEdit;
  now: Date;
}

/**
 * Writes other words into one's own comment, for fifteen minutes after it was posted. The same words again change nothing.
 * Throws `not-found` (absent, or another's), `conflict` (it is gone), `too-late-to-edit`, `comments-off`, `talk-closed`,
 * `too-many-links` and `same-words`.
 *
 * @returns the comment as others see it, and the film on which it stands
 */
export async function editComment(editing: CommentEditing): Promise<{ reply: Reply; filmId: string }> {
  const { authorId, id, input, now } = editing;
  const before = await findComment(id);
  if (!before || before.authorId !== authorId) throw notYours();
  const isSame = before.body === input.body && before.spoiler === input.spoiler;
  const after = before.state === 'visible' && isSame ? before : await write(before, editing, now);
  const authors = await authorsById([authorId]);
  return { reply: toReply(after, authors), filmId: before.filmId };
}

async function write(before: StoredComment, editing: CommentEditing, now: Date): Promise<StoredComment> {
  const { authorId, id, input } = editing;
  const since = new Date(now.getTime() - COMMENT_EDIT_MINUTES * 60_000);
  requireCommentsOn();
  requireEditable(before, since);
  requireFewLinks(input.body);
  await requireOpenTalk(before.filmId);
  const words = { authorId, body: input.body, commentId: id };
  await takeWords(words, now);
  const after = await markEdited({ id, authorId }, input, { since, now });
  if (after) return after;
  // It went in this moment: the write has looked at it once more, by the same clock.
  await giveWordsBack(words);
  throw await whyNotEditable(id, since);
}

function requireEditable({ state, createdAt }: StoredComment, since: Date): void {
  if (state !== 'visible') {
    const gone = state === 'deleted' ? 'deleted' : 'removed by the house';
    const detail = `This comment was ${gone} meanwhile and cannot be changed. Your words are still here.`;
    throw new ProblemError('conflict', { detail });
  }
  if (createdAt > since) return;
  const detail = `A comment can be edited for ${COMMENT_EDIT_MINUTES} minutes after it was posted. Post what is missing as a reply; your words are still here.`;
  throw new ProblemError('too-late-to-edit', { detail });
}

async function whyNotEditable(id: string, since: Date): Promise<Error> {
  const comment = await findComment(id);
  if (!comment) return notYours();
  try {
    requireEditable(comment, since);
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  // Removed and restored between the two looks.
  const detail =
    'Somebody else changed this comment at the same moment. Try again; your words are still here.';
  return new ProblemError('conflict', { detail });
}

function notYours(): ProblemError {
  const detail = 'There is no comment of yours here. It may be gone already: load the page again.';
  return new ProblemError('not-found', { detail });
}
