import { ProblemError } from '../problem';
import { paceWords, secondsUntil } from './pace-words';
import { COMMENT_PAUSE_SECONDS } from './schema';
import { giveTurnBack, takeTurn } from './turns';

/**
 * Takes a member's turn to post, for the request of this key; the same request may come again. Throws `too-soon` (429)
 * less than the pause after the turn before.
 */
export async function consumePostInterval(authorId: string, key: string, now: Date): Promise<void> {
  const nextAt = await takeTurn({ id: authorId, key }, COMMENT_PAUSE_SECONDS, now);
  if (!nextAt) return;
  const retryAfterSeconds = secondsUntil(nextAt, now, COMMENT_PAUSE_SECONDS);
  throw new ProblemError('too-soon', { detail: paceWords(retryAfterSeconds), retryAfterSeconds });
}

/** After a refusal, so that nobody waits for having said nothing. */
export async function refundPostInterval(authorId: string, key: string): Promise<void> {
  await giveTurnBack({ id: authorId, key });
}
