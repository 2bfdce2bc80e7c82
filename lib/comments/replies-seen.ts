import { isDuplicateKey } from '../db/client';
import { defineCollection } from '../db/collection';

/** Up to when a member has seen the replies to their comments. */
interface ReaderDocument {
  _id: string;
  repliesSeenAt: Date;
}

const readers = defineCollection<ReaderDocument>({
  name: 'comment-readers',
  schema: {
    bsonType: 'object',
    required: ['_id', 'repliesSeenAt'],
    properties: { _id: { bsonType: 'string' }, repliesSeenAt: { bsonType: 'date' } },
  },
  indexes: [],
});

const NEVER = new Date(0);

export async function findRepliesSeen(memberId: string): Promise<Date> {
  return (await (await readers()).findOne({ _id: memberId }))?.repliesSeenAt ?? NEVER;
}

/** Moves the moment forward, never back, and answers where it is. */
export async function markRepliesSeen(memberId: string, until: Date): Promise<Date> {
  const collection = await readers();
  const move = () =>
    collection.findOneAndUpdate(
      { _id: memberId },
      { $max: { repliesSeenAt: until } },
      { upsert: true, returnDocument: 'after' },
    );
  // Two first looks at once: the second insert collides, and finds the document when it tries again.
  const document = await move().catch((error: unknown) => {
    if (isDuplicateKey(error)) return move();
    throw error;
  });
  return document?.repliesSeenAt ?? until;
}
