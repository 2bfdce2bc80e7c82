import { ProblemError } from '../problem';
import { refundNewAccountQuota, consumeNewAccountQuota, type Writer } from './first-day';
import { refundPostInterval, consumePostInterval } from './pace';
import { releaseBody, reserveBody } from './same-words';

interface Posting {
  writer: Writer;
  commentId: string;
  body: string;
  now: Date;
}

/**
 * Takes all the turns of one comment, does the work, and gives the turns back when the work is refused: only a comment
 * takes a turn. All of them belong to the comment's id, so the same request sent again takes none twice. What fails
 * otherwise keeps its turns, because the comment may stand there; the same request may come again for it.
 */
export async function withPostingLimits<T>(posting: Posting, work: () => Promise<T>): Promise<T> {
  const { writer, commentId, body, now } = posting;
  const words = { authorId: writer.id, body, commentId };
  const turns = [
    {
      take: () => consumePostInterval(writer.id, commentId, now),
      giveBack: () => refundPostInterval(writer.id, commentId),
    },
    { take: () => reserveBody(words, now), giveBack: () => releaseBody(words) },
    {
      take: () => consumeNewAccountQuota(writer, commentId, now),
      giveBack: () => refundNewAccountQuota(writer, commentId),
    },
  ];
  const taken: typeof turns = [];
  try {
    for (const turn of turns) {
      await turn.take();
      taken.push(turn);
    }
    return await work();
  } catch (error) {
    if (error instanceof ProblemError) await Promise.all(taken.map((turn) => turn.giveBack()));
    throw error;
  }
}
