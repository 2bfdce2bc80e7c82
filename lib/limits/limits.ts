import { createHmac } from 'node:crypto';
import { defineCollection } from '../db/collection';
import { env } from '../env';
import { ProblemError } from '../problem';

export interface Limit {
  name: string;
  atMost: number;
  windowSeconds: number;
}

/** One document for what one caller did in one window of time. */
interface LimitDocument {
  _id: string;
  count: number;
  expiresAt: Date;
}

const limits = defineCollection<LimitDocument>({
  name: 'limits',
  schema: {
    bsonType: 'object',
    required: ['_id', 'count', 'expiresAt'],
    properties: {
      _id: { bsonType: 'string' },
      count: { bsonType: ['int', 'long', 'double'] },
      expiresAt: { bsonType: 'date' },
    },
  },
  // Only tidies up: a window that is over has another name than the present one.
  indexes: [{ name: 'tidy', key: { expiresAt: 1 }, expireAfterSeconds: 0 }],
});

/**
 * Counts one act of `caller` in the database, for all processes together. Throws `too-many-requests` (429) with the
 * seconds to the end of the window when it is one too many.
 */
export async function takeFromLimit(limit: Limit, caller: string, now: Date): Promise<void> {
  const windowMs = limit.windowSeconds * 1000;
  const start = Math.floor(now.getTime() / windowMs) * windowMs;
  const _id = `${limit.name}:${start}:${hashCaller(caller)}`;
  const count = await increment(_id, new Date(start + windowMs));
  if (count <= limit.atMost) return;
  const retryAfterSeconds = Math.ceil((start + windowMs - now.getTime()) / 1000);
  const detail = `That was asked too often from here. Try again in ${retryAfterSeconds} seconds.`;
  throw new ProblemError('too-many-requests', { detail, retryAfterSeconds });
}

async function increment(_id: string, expiresAt: Date): Promise<number> {
  const collection = await limits();
  const update = { $inc: { count: 1 }, $setOnInsert: { expiresAt } };
  const options = { upsert: true, returnDocument: 'after' } as const;
  return (await collection.findOneAndUpdate({ _id }, update, options))?.count ?? 1;
}

/** Addresses are few enough to be guessed from a plain hash, so the key is a secret that all processes share. */
function hashCaller(caller: string): string {
  return createHmac('sha256', env('MONGODB_URI')).update(caller).digest('base64url');
}
