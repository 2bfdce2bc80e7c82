import { isDuplicateKey } from '../db/client';
import { defineCollection } from '../db/collection';
import { ProblemError } from '../problem';
import { paceWords, secondsUntil } from './pace-words';
import { COMMENT_PAUSE_SECONDS } from './schema';

/** One document a member: when the next comment may come, and which request took the present turn. */
interface PaceDocument {
  _id: string;
  nextAt: Date;
  key: string;
}

const paces = defineCollection<PaceDocument>({
  name: 'comment-paces',
  schema: {
    bsonType: 'object',
    required: ['_id', 'nextAt', 'key'],
    properties: {
      _id: { bsonType: 'string' },
      nextAt: { bsonType: 'date' },
      key: { bsonType: 'string' },
    },
  },
  indexes: [],
});

/**
 * Takes a member's turn to post, in one conditional write: it matches when the pause is over, or when the same request
 * comes again; when it does not match, the upsert collides with the member's document. Throws `too-soon` (429).
 */
export async function takeTurn(authorId: string, key: string, now: Date): Promise<void> {
  const free = { _id: authorId, $or: [{ nextAt: { $lte: now } }, { key }] };
  const nextAt = new Date(now.getTime() + COMMENT_PAUSE_SECONDS * 1000);
  const collection = await paces();
  for (;;) {
    try {
      await collection.updateOne(free, { $set: { nextAt, key } }, { upsert: true });
      return;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    const taken = await collection.findOne({ _id: authorId });
    if (taken?.key === key) return; // the same request, a moment earlier
    if (taken) throw tooSoon(secondsUntil(taken.nextAt, now));
    // Given back in this very moment: the turn is free.
  }
}

/** Gives the turn back after a refusal, so that nobody waits for having said nothing. */
export async function giveTurnBack(authorId: string, key: string): Promise<void> {
  await (await paces()).deleteOne({ _id: authorId, key });
}

function tooSoon(retryAfterSeconds: number): ProblemError {
  return new ProblemError('too-soon', { detail: paceWords(retryAfterSeconds), retryAfterSeconds });
}
