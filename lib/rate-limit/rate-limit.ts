import { createHmac } from 'node:crypto';
import { defineCollection } from '../db/collection';
import { isReadOnlyPreview } from '../db/write-access';
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
export async function consumeLimit(limit: Limit, caller: string, now: Date): Promise<void> {
  const end = await take(limit, hashCaller(caller), 1, now);
  if (end) refuse(end, now);
}

/** What is cheap would cost more to count than to do: one act in so many is counted, for as many. */
const ONE_IN = 10;

/** Callers over a limit, `NAME:HASH`, and when their window ends: in this process no more questions about them until then. */
const refused = new Map<string, Date>();
/** A bound: what is forgotten is counted again. */
const REFUSED_MAX = 1_000;

/** `consumeLimit` for what is cheap and often, in tenths: the limit is kept about, and by the database all the same. */
export async function consumeSampled(limit: Limit, caller: string, now: Date): Promise<void> {
  const hash = hashCaller(caller);
  const key = `${limit.name}:${hash}`;
  const known = refused.get(key);
  if (known && now < known) refuse(known, now);
  if (Math.random() * ONE_IN >= 1) return;
  const end = await take(limit, hash, ONE_IN, now).catch(unlessReadOnly);
  if (!end) return;
  if (refused.size >= REFUSED_MAX) refused.clear();
  refused.set(key, end);
  refuse(end, now);
}

/** A preview that may only read counts nobody, and shows what there is to read. */
function unlessReadOnly(error: unknown): null {
  if (isReadOnlyPreview(error)) return null;
  throw error;
}

/** Counts so many acts. When they are too many, the end of the window; else null. */
async function take(limit: Limit, hash: string, acts: number, now: Date): Promise<Date | null> {
  const windowMs = limit.windowSeconds * 1000;
  const start = Math.floor(now.getTime() / windowMs) * windowMs;
  const end = new Date(start + windowMs);
  const count = await increment(`${limit.name}:${start}:${hash}`, acts, end);
  return count <= limit.atMost ? null : end;
}

function refuse(end: Date, now: Date): never {
  const retryAfterSeconds = Math.ceil((end.getTime() - now.getTime()) / 1000);
  const detail = `That was asked too often from here. Try again in ${retryAfterSeconds} seconds.`;
  throw new ProblemError('too-many-requests', { detail, retryAfterSeconds });
}

async function increment(_id: string, acts: number, expiresAt: Date): Promise<number> {
  const collection = await limits();
  const update = { $inc: { count: acts }, $setOnInsert: { expiresAt } };
  const options = { upsert: true, returnDocument: 'after' } as const;
  return (await collection.findOneAndUpdate({ _id }, update, options))?.count ?? acts;
}

/** Addresses are few enough to be guessed from a plain hash, so the key is a secret that all processes share. */
function hashCaller(caller: string): string {
  return createHmac('sha256', env('MONGODB_URI')).update(caller).digest('base64url');
}
