import { defineCollection } from '../db/collection';
import { describeError, log } from '../log';
import { withTimeout } from '../with-timeout';

/**
 * When Identity last delivered an event of this name, which shows that the connection works. Contains nothing about
 * people.
 */
interface ReceiptDocument {
  _id: string;
  receivedAt: Date;
}

const receipts = defineCollection<ReceiptDocument>({
  name: 'event-receipts',
  schema: {
    bsonType: 'object',
    required: ['_id', 'receivedAt'],
    properties: { _id: { bsonType: 'string' }, receivedAt: { bsonType: 'date' } },
  },
  indexes: [],
});

/** An event must not wait for its receipt. */
const WRITE_MS = 500;
/** A process writes each event's receipt once in this time, so that signing in costs no further write. */
const EVERY_MS = 10 * 60 * 1000;
const receivedHere = new Map<string, number>();

/** Records that an event came. Never fails, and never takes longer than half a second. */
export async function recordEventReceipt(event: string, receivedAt: Date): Promise<void> {
  if (receivedAt.getTime() - (receivedHere.get(event) ?? 0) < EVERY_MS) return;
  receivedHere.set(event, receivedAt.getTime());
  try {
    await withTimeout(WRITE_MS, write(event, receivedAt));
  } catch (error) {
    receivedHere.delete(event);
    log.warn('event.receipt-failed', { error: describeError(error) });
  }
}

export async function hasEventReceipts(): Promise<boolean> {
  return (await (await receipts()).findOne()) !== null;
}

async function write(event: string, receivedAt: Date): Promise<void> {
  await (await receipts()).updateOne({ _id: event }, { $max: { receivedAt } }, { upsert: true });
}
