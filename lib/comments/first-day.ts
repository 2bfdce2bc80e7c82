import { isDuplicateKey } from '../db/client';
import { defineCollection } from '../db/collection';
import { ProblemError } from '../problem';
import { secondsUntil, waitWords } from './pace-words';

const DAY_SECONDS = 24 * 60 * 60;
const FIRST_DAY_COMMENTS = 20;

/** What an account has posted on its first day: one document a member, gone after the day. */
interface FirstDayDocument {
  _id: string;
  commentIds: string[];
  endsAt: Date;
}

const firstDays = defineCollection<FirstDayDocument>({
  name: 'comment-first-days',
  schema: {
    bsonType: 'object',
    required: ['_id', 'commentIds', 'endsAt'],
    properties: {
      _id: { bsonType: 'string' },
      commentIds: { bsonType: 'array', maxItems: FIRST_DAY_COMMENTS, items: { bsonType: 'string' } },
      endsAt: { bsonType: 'date' },
    },
  },
  // Only tidies up: who is older than a day is not looked up here.
  indexes: [{ name: 'tidy', key: { endsAt: 1 }, expireAfterSeconds: 0 }],
});

/** Who posts: as Identity said of them just now. */
export interface Writer {
  id: string;
  /** When the account was made; unknown counts as now. */
  createdAt: Date | null;
}

/**
 * Counts a comment of an account that is younger than a day, in one conditional write: it matches while there is room, or
 * when the comment is counted already; else its upsert collides. Throws `first-day-limit` (429).
 */
export async function consumeNewAccountQuota(writer: Writer, commentId: string, now: Date): Promise<void> {
  const endsAt = new Date((writer.createdAt ?? now).getTime() + DAY_SECONDS * 1000);
  if (endsAt <= now) return;
  const room = { commentIds: { $not: { $size: FIRST_DAY_COMMENTS } } };
  const free = { _id: writer.id, $or: [room, { commentIds: commentId }] };
  const update = { $addToSet: { commentIds: commentId }, $setOnInsert: { endsAt } };
  const collection = await firstDays();
  const take = () => collection.updateOne(free, update, { upsert: true });
  try {
    // Two first comments at once: the second insert collides, and finds the document when it tries again.
    await take().catch((error: unknown) => {
      if (isDuplicateKey(error)) return take();
      throw error;
    });
  } catch (error) {
    throw isDuplicateKey(error) ? tooMany(secondsUntil(endsAt, now, DAY_SECONDS)) : error;
  }
}

export async function refundNewAccountQuota(writer: Writer, commentId: string): Promise<void> {
  const counted = { _id: writer.id, commentIds: commentId };
  await (await firstDays()).updateOne(counted, { $pull: { commentIds: commentId } });
}

function tooMany(retryAfterSeconds: number): ProblemError {
  const wait = waitWords(retryAfterSeconds);
  const detail = `An account posts at most ${FIRST_DAY_COMMENTS} comments on its first day. Yours is a day old in ${wait}; your words are still here.`;
  return new ProblemError('first-day-limit', { detail, retryAfterSeconds });
}
