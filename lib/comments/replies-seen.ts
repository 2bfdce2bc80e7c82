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
  const document = await (
    await readers()
  ).findOneAndUpdate(
    { _id: memberId },
    { $max: { repliesSeenAt: until } },
    { upsert: true, returnDocument: 'after' },
  );
  return document?.repliesSeenAt ?? until;
}
