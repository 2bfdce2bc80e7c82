import { createHmac } from 'node:crypto';
import { isDuplicateKey } from '../db/client';
import { defineCollection } from '../db/collection';
import { isReadOnlyPreview } from '../db/write-access';
import { env } from '../env';
import { ProblemError } from '../problem';

/** How often something may be done. All limits are in `limits.ts`. */
export interface RateLimit {
  /** Part of the stored key: a limit of another name starts from nothing. */
  name: string;
  /** So many in `perSeconds`, evenly spread, */
  limit: number;
  perSeconds: number;
  /** of which so many may come at once. No `perSeconds`, wherever they begin, hold more than `limit + burst`. */
  burst: number;
  by: 'account' | 'client address';
  /**
   * For actions that cost less than counting them: one in so many is counted, as that many, so the limit is
   * approximate.
   */
  countOneIn?: number;
  /** A refusal of the handler (4xx) counts too, because of what it tells strangers. */
  countsRefused?: true;
  /** The message of a refusal; `wait` is a time such as `40 seconds`. */
  refusal(wait: string): string;
}

/**
 * GCRA, the generic cell rate algorithm, needs one number. Actions are spaced evenly on a schedule; `arrivesAt` is
 * when the schedule is free again (the theoretical arrival time, in milliseconds). It may be ahead of the clock by
 * `burst` actions.
 */
interface RateLimitDocument {
  /** The limit's name and a hash of whom it counts. */
  _id: string;
  arrivesAt: number;
  expiresAt: Date;
}

const rateLimits = defineCollection<RateLimitDocument>({
  name: 'rate-limits',
  schema: {
    bsonType: 'object',
    required: ['_id', 'arrivesAt', 'expiresAt'],
    properties: {
      _id: { bsonType: 'string' },
      arrivesAt: { bsonType: ['int', 'long', 'double'] },
      expiresAt: { bsonType: 'date' },
    },
  },
  // Only cleans up: an expired schedule means the same as none.
  indexes: [{ name: 'expiry', key: { expiresAt: 1 }, expireAfterSeconds: 0 }],
});

/** Something that was counted against a limit. */
export interface Consumed {
  /** Gives it back, for an action that was refused. Call it once. */
  refund(now: Date): Promise<void>;
}

/**
 * Counts one act of `key` (an account's id, a client address, a subject) in the database, for all processes together, in
 * one write. Throws `too-many-requests` (429) with the seconds to wait.
 */
export async function consume(limit: RateLimit, key: string, now: Date): Promise<Consumed> {
  const _id = documentId(limit, key);
  const cost = limit.countOneIn ?? 1;
  const isCounted = Math.random() * cost < 1;
  const before = isCounted ? await take(_id, limit, cost, now) : await findArrival(_id);
  const { from, arrivesAt, waitMs } = schedule(limit, before, now, cost);
  if (waitMs > 0) throw tooMany(limit, waitMs);
  return { refund: async (at) => (isCounted ? giveBack(_id, from, arrivesAt, at) : undefined) };
}

/** `consume` for several limits: all of them, or none when one refuses. One write each, side by side. */
export async function consumeAll(
  acts: readonly (readonly [limit: RateLimit, key: string])[],
  now: Date,
): Promise<Consumed> {
  const results = await Promise.allSettled(acts.map(([limit, key]) => consume(limit, key, now)));
  const consumed = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const refund = async (at: Date): Promise<void> => {
    await Promise.all(consumed.map((one) => one.refund(at)));
  };
  const refused = results.find((result) => result.status === 'rejected');
  if (!refused) return { refund };
  await refund(now);
  throw refused.reason;
}

/** Milliseconds between two acts of the even schedule. Whole ones, so that sums of them are exact. */
function spacingMs({ limit, perSeconds }: RateLimit): number {
  return Math.ceil((perSeconds * 1000) / limit);
}

/**
 * The position of `cost` more actions on the schedule, and how long they must wait for it: 0 if they may happen now.
 * Pure.
 */
export function schedule(
  limit: RateLimit,
  before: number,
  now: Date,
  cost: number,
): { from: number; arrivesAt: number; waitMs: number } {
  const from = Math.max(before, now.getTime());
  const arrivesAt = from + cost * spacingMs(limit);
  return { from, arrivesAt, waitMs: Math.max(0, arrivesAt - latestArrival(limit, now)) };
}

function latestArrival(limit: RateLimit, now: Date): number {
  return now.getTime() + limit.burst * spacingMs(limit);
}

/** Advances the schedule if there is room, and returns its previous position: 0 if there was none. */
async function take(_id: string, limit: RateLimit, cost: number, now: Date): Promise<number> {
  const from = { $max: [{ $ifNull: ['$arrivesAt', 0] }, now.getTime()] };
  const next = { $add: [from, cost * spacingMs(limit)] };
  const hasRoom = { $lte: [next, latestArrival(limit, now)] };
  const arrivesAt = { $cond: [hasRoom, next, { $ifNull: ['$arrivesAt', now.getTime()] }] };
  const update = [{ $set: { arrivesAt } }, { $set: { expiresAt: { $toDate: '$arrivesAt' } } }];
  const collection = await rateLimits();
  // Every document meets the second condition. With it the second of two first acts collides and comes again, where by
  // its id alone it would be answered as if it had been the first (DocumentDB). mongod repeats only upserts by id alone.
  const there = { _id, arrivesAt: { $gte: 0 } };
  const write = () => collection.findOneAndUpdate(there, update, { upsert: true, returnDocument: 'before' });
  const again = (error: unknown) => (isDuplicateKey(error) ? write() : Promise.reject(error));
  const before = await write().catch(again).catch(unlessReadOnly);
  return before?.arrivesAt ?? 0;
}

/** A preview that may only read counts nobody, and shows what there is to read. */
function unlessReadOnly(error: unknown): null {
  if (isReadOnlyPreview(error)) return null;
  throw error;
}

async function findArrival(_id: string): Promise<number> {
  return (await (await rateLimits()).findOne({ _id }))?.arrivesAt ?? 0;
}

/**
 * Takes an act from `from` to `until` off the schedule again: what of it the clock has passed at `now` is over for later
 * acts too and is not given back, or those would come to more than the limit.
 */
async function giveBack(_id: string, from: number, until: number, now: Date): Promise<void> {
  const at = now.getTime();
  const ahead = Math.max(until, at) - Math.max(from, at);
  if (ahead === 0) return;
  const collection = await rateLimits();
  await collection.updateOne({ _id }, { $inc: { arrivesAt: -ahead } }).catch(unlessReadOnly);
}

function tooMany({ refusal }: RateLimit, waitMs: number): ProblemError {
  const retryAfterSeconds = Math.ceil(waitMs / 1000);
  return new ProblemError('too-many-requests', {
    detail: refusal(formatWait(retryAfterSeconds)),
    retryAfterSeconds,
  });
}

/** A time to wait: `40 seconds`, `6 minutes`, `23 hours`, never shorter than it is. */
export function formatWait(seconds: number): string {
  if (seconds < 100) return formatCount(seconds, 'second');
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? formatCount(minutes, 'minute') : formatCount(Math.ceil(minutes / 60), 'hour');
}

function formatCount(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/**
 * The document id of a limited caller, as a keyed hash: there are few enough addresses to guess a plain one, so the
 * key is a secret that all processes share. Without `INTERNAL_SECRET` (`/api/health` reports it) the key is public.
 */
function documentId({ name }: RateLimit, key: string): string {
  const secret = createHmac('sha256', env('INTERNAL_SECRET') ?? 'none')
    .update('rate-limits')
    .digest();
  return `${name}:${createHmac('sha256', secret).update(key).digest('base64url')}`;
}
