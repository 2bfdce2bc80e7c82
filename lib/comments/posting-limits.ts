import { ProblemError } from '../problem';
import { giveFirstDayBack, takeFirstDay, type Writer } from './first-day';
import { givePaceBack, takePace } from './pace';
import { giveWordsBack, takeWords } from './same-words';

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
export async function withinLimits<T>(posting: Posting, work: () => Promise<T>): Promise<T> {
  const { writer, commentId, body, now } = posting;
  const words = { authorId: writer.id, body, commentId };
  const turns = [
    {
      take: () => takePace(writer.id, commentId, now),
      giveBack: () => givePaceBack(writer.id, commentId),
    },
    { take: () => takeWords(words, now), giveBack: () => giveWordsBack(words) },
    {
      take: () => takeFirstDay(writer, commentId, now),
      giveBack: () => giveFirstDayBack(writer, commentId),
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
