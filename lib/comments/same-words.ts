import { createHash } from 'node:crypto';
import { ProblemError } from '../problem';
import { normalizeForComparison } from './fold-words';
import { secondsUntil, waitWords } from './pace-words';
import { giveTurnBack, takeTurn } from './turns';

const SAME_WORDS_SECONDS = 6 * 60;

interface Words {
  authorId: string;
  body: string;
  /** Whose words they are: a comment may be edited back to what it was. */
  commentId: string;
}

/** Takes these words for one comment of a member. Throws `same-words` (429) when another has had them six minutes before. */
export async function reserveBody(words: Words, now: Date): Promise<void> {
  const nextAt = await takeTurn(toTurn(words), SAME_WORDS_SECONDS, now);
  if (!nextAt) return;
  const retryAfterSeconds = secondsUntil(nextAt, now, SAME_WORDS_SECONDS);
  const wait = waitWords(retryAfterSeconds);
  const detail = `You have said this already. Say it in other words, or post it again in ${wait}; your words are still here.`;
  throw new ProblemError('same-words', { detail, retryAfterSeconds });
}

export async function releaseBody(words: Words): Promise<void> {
  await giveTurnBack(toTurn(words));
}

function toTurn({ authorId, body, commentId }: Words): { id: string; key: string } {
  const hash = createHash('sha256')
    .update(`${authorId}\n${normalizeForComparison(body)}`)
    .digest('base64url');
  return { id: `words:${hash}`, key: commentId };
}
