import { ProblemError } from '../problem';
import { claimReplySlot } from './comment-changes';
import { findComment, type StoredComment } from './comments';

/** Where an answer stands: under the first comment of a thread; and what it answers: that one, or another answer in it. */
interface Joined {
  first: StoredComment;
  answered: StoredComment;
}

/**
 * Takes a place in the thread of the comment that is answered: one query, two for an answer to an answer. Null when that
 * is not on this film, gone, or all places are taken; `explainUnavailableTarget` says which.
 */
export async function resolveReplyTarget(answeredId: string, filmId: string): Promise<Joined | null> {
  const first = await claimReplySlot(answeredId, filmId);
  if (first) return { first, answered: first };
  const answered = await findComment(answeredId);
  if (!answered?.parentId || answered.state !== 'visible') return null;
  const above = await claimReplySlot(answered.parentId, filmId);
  return above && { first: above, answered };
}

export async function explainUnavailableTarget(answeredId: string, filmId: string): Promise<ProblemError> {
  const answered = await findComment(answeredId);
  if (answered?.filmId !== filmId) {
    const detail = 'The comment that you answer is not on this page. Post yours without it.';
    return new ProblemError('not-found', { detail });
  }
  if (answered.state !== 'visible') return gone('The comment that you answer', answered.state);
  const first = answered.parentId === null ? answered : await findComment(answered.parentId);
  if (first && first.state !== 'visible') return gone('The comment that began this', first.state);
  const detail = 'The comment that you answer has all the replies that it takes. Post yours without it.';
  return new ProblemError('too-many-replies', { detail });
}

function gone(what: string, state: 'deleted' | 'removed'): ProblemError {
  const how = state === 'deleted' ? 'deleted' : 'removed by the house';
  return new ProblemError('conflict', { detail: `${what} was ${how} meanwhile. Post yours without it.` });
}
