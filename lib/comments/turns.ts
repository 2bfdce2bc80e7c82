import { isDuplicateKey } from '../db/client';
import { defineCollection } from '../db/collection';

/** What one member does once in a while, and which request has the present turn. */
interface TurnDocument {
  _id: string;
  nextAt: Date;
  /** A word that only this request, and the same one sent again, has. */
  key: string;
}

const turns = defineCollection<TurnDocument>({
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
  // Only tidies up: a turn whose time is over is free, whether its document is there or not.
  indexes: [{ name: 'tidy', key: { nextAt: 1 }, expireAfterSeconds: 0 }],
});

export interface Turn {
  /** What there is one turn of. */
  id: string;
  key: string;
}

/**
 * Takes a turn in one conditional write: it matches when the time of the last one is over, or when the same request comes
 * again; when it does not match, the upsert collides with the document that is there.
 *
 * @returns null when it was taken, else when the next one may be
 */
export async function takeTurn({ id, key }: Turn, seconds: number, now: Date): Promise<Date | null> {
  const free = { _id: id, $or: [{ nextAt: { $lte: now } }, { key }] };
  const nextAt = new Date(now.getTime() + seconds * 1000);
  const collection = await turns();
  for (;;) {
    try {
      await collection.updateOne(free, { $set: { nextAt, key } }, { upsert: true });
      return null;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    const taken = await collection.findOne({ _id: id });
    if (taken?.key === key) return null; // the same request, a moment earlier
    if (taken) return taken.nextAt;
    // Given back in this very moment: the turn is free.
  }
}

/** Gives a turn back after a refusal, so that nobody waits for having said nothing. */
export async function giveTurnBack({ id, key }: Turn): Promise<void> {
  await (await turns()).deleteOne({ _id: id, key });
}
