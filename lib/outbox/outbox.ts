import { randomUUID } from 'node:crypto';
import { defineCollection } from '../db/collection';
import type { Transaction } from '../db/transaction';
import { describeError, log } from '../log';
import { withTimeout } from '../with-timeout';

/** Something to do after a write: a mail to send, pages to render again. */
export interface Job {
  /** `<subject>:<event>:<number>`: the same event of the same subject is one job. */
  id: string;
  /** Which handler takes it. */
  kind: string;
  /** Ids alone, nothing personal: the handler reads what it needs when it runs. */
  payload: unknown;
}

interface JobDocument {
  _id: string;
  kind: string;
  payload: unknown;
  state: 'due' | 'sent' | 'failed';
  tries: number;
  /** For a claimed job: until when nobody else takes it. */
  nextAttemptAt: Date;
  /** Who has claimed it. */
  lease: string | null;
  sentAt: Date | null;
  error: string | null;
  createdAt: Date;
}

const outbox = defineCollection<JobDocument>({
  name: 'outbox',
  schema: {
    bsonType: 'object',
    required: ['_id', 'kind', 'payload', 'state', 'tries', 'nextAttemptAt', 'lease', 'sentAt', 'error'],
    properties: {
      _id: { bsonType: 'string' },
      kind: { bsonType: 'string' },
      payload: { bsonType: 'object' },
      state: { enum: ['due', 'sent', 'failed'] },
      tries: { bsonType: ['int', 'long', 'double'], minimum: 0 },
      nextAttemptAt: { bsonType: 'date' },
      lease: { bsonType: ['string', 'null'] },
      sentAt: { bsonType: ['date', 'null'] },
      error: { bsonType: ['string', 'null'] },
      createdAt: { bsonType: 'date' },
    },
  },
  indexes: [
    { name: 'due', key: { state: 1, nextAttemptAt: 1 } },
    { name: 'expiry', key: { createdAt: 1 }, expireAfterSeconds: 30 * 24 * 3600 },
  ],
});

const MINUTE_MS = 60_000;
/** Longer than a handler may take, and than the clocks of two processes are apart: else both would send. */
const LEASE_MS = 5 * MINUTE_MS;
const HANDLER_TIMEOUT_MS = 30_000;
/** How long to wait after each failed try. After the fifth it is over. */
const PAUSES_MS = [1, 5, 30, 120].map((minutes) => minutes * MINUTE_MS);
/** The scheduled function comes every five minutes. What is still due after three rounds is late. */
const LATE_AFTER_MS = 15 * MINUTE_MS;

/** Thrown by a handler when trying again would change nothing: the job fails at once. */
export class PermanentDeliveryError extends Error {
  override readonly name = 'PermanentDeliveryError';
}

/** Stores a job, in the transaction of the write that causes it. One that is there already stays as it is. */
export async function enqueue({ id, kind, payload }: Job, now: Date, session?: Transaction): Promise<void> {
  const job: Omit<JobDocument, '_id'> = {
    kind,
    payload,
    state: 'due',
    tries: 0,
    nextAttemptAt: now,
    lease: null,
    sentAt: null,
    error: null,
    createdAt: now,
  };
  await (
    await outbox()
  ).updateOne({ _id: id }, { $setOnInsert: job }, { upsert: true, ...(session && { session }) });
}

export type Handlers = Record<string, (payload: unknown, job: Job) => Promise<void>>;

interface DeliveryReport {
  sent: number;
  /** They will be tried again. */
  postponed: number;
  failed: number;
}

/**
 * Does up to `limit` jobs that are due, side by side. Each is done at least once: a process that dies in the middle leaves
 * a lease that ends. A job that keeps failing is tried five times with growing pauses, then it is left there as failed.
 */
export async function deliverDue(
  handlers: Handlers,
  { limit, now }: { limit: number; now: Date },
): Promise<DeliveryReport> {
  const claimed: JobDocument[] = [];
  while (claimed.length < limit) {
    const job = await claim(now);
    if (!job) break;
    claimed.push(job);
  }
  const outcomes = await Promise.all(claimed.map((job) => deliver(handlers, job, now)));
  const count = (outcome: Outcome) => outcomes.filter((each) => each === outcome).length;
  return { sent: count('sent'), postponed: count('postponed'), failed: count('failed') };
}

/** Takes the job that has been due for longest, in one conditional write: two processes never get the same one. */
async function claim(now: Date): Promise<JobDocument | null> {
  const until = new Date(now.getTime() + LEASE_MS);
  return (await outbox()).findOneAndUpdate(
    { state: 'due', nextAttemptAt: { $lte: now } },
    { $set: { nextAttemptAt: until, lease: randomUUID() }, $inc: { tries: 1 } },
    { sort: { nextAttemptAt: 1 }, returnDocument: 'after' },
  );
}

type Outcome = 'sent' | 'postponed' | 'failed';

async function deliver(handlers: Handlers, job: JobDocument, now: Date): Promise<Outcome> {
  const { _id: id, kind, payload, tries } = job;
  try {
    // Whoever claimed it for the fifth time died, and may have died of it.
    if (tries > PAUSES_MS.length + 1) throw new PermanentDeliveryError('No try came to an end');
    const handler = handlers[kind];
    if (!handler) throw new Error(`No handler for ${kind}`);
    await withTimeout(HANDLER_TIMEOUT_MS, handler(payload, { id, kind, payload }));
    await finish(job, { state: 'sent', sentAt: now, error: null });
    return 'sent';
  } catch (caught) {
    const error = describeError(caught);
    const pause = caught instanceof PermanentDeliveryError ? undefined : PAUSES_MS[tries - 1];
    log.warn('outbox.failed', { kind, tries, error, isLast: pause === undefined });
    if (pause === undefined) {
      await finish(job, { state: 'failed', error });
      return 'failed';
    }
    await finish(job, { nextAttemptAt: new Date(now.getTime() + pause), error });
    return 'postponed';
  }
}

/** Only while the job is still ours: a lease that ended meanwhile belongs to somebody else. */
async function finish({ _id, lease }: JobDocument, change: Partial<JobDocument>): Promise<void> {
  await (await outbox()).updateOne({ _id, lease }, { $set: { ...change, lease: null } });
}

/** How the outbox is doing: by how many minutes the oldest due job is late (null: none is), and how many have failed. */
export async function getOutboxHealth(now: Date): Promise<{ lateMinutes: number | null; failed: number }> {
  const collection = await outbox();
  const lateSince = new Date(now.getTime() - LATE_AFTER_MS);
  const [oldest, failed] = await Promise.all([
    collection.findOne(
      { state: 'due', nextAttemptAt: { $lt: lateSince } },
      { sort: { nextAttemptAt: 1 }, projection: { nextAttemptAt: 1 } },
    ),
    collection.countDocuments({ state: 'failed' }),
  ]);
  const lateMs = oldest && now.getTime() - oldest.nextAttemptAt.getTime();
  return { lateMinutes: lateMs && Math.floor(lateMs / MINUTE_MS), failed };
}
