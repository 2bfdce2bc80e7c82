import { randomUUID } from 'node:crypto';
import { isDuplicateKey } from './client';
import { defineCollection } from './collection';
import type { Transaction } from './transaction';

/** What one process at a time may do: who does it, and until when nobody else may take it over. */
interface LeaseDocument {
  _id: string;
  by: string;
  until: Date;
}

const leases = defineCollection<LeaseDocument>({
  name: 'leases',
  schema: {
    bsonType: 'object',
    required: ['_id', 'by', 'until'],
    properties: { _id: { bsonType: 'string' }, by: { bsonType: 'string' }, until: { bsonType: 'date' } },
  },
  indexes: [],
});

export interface Lease {
  /** What it is of. */
  id: string;
  /** A random id that no other holder has. */
  by: string;
}

/** How long a silent holder has it: then they count as dead, and another takes over. */
const LEASE_MS = 60_000;

/** One conditional write: it is free, or whoever holds it has been silent too long. Null when somebody else has it. */
export async function acquireLease(id: string): Promise<Lease | null> {
  const by = randomUUID();
  const free = { _id: id, until: { $lte: new Date() } };
  try {
    await (await leases()).updateOne(free, { $set: { by, until: untilWhen() } }, { upsert: true });
    return { id, by };
  } catch (error) {
    if (isDuplicateKey(error)) return null;
    throw error;
  }
}

/**
 * Holds it for longer, in the transaction of what it is held for: nothing of that stands when somebody took over before it
 * ended. False when they have already.
 */
export async function renewLease({ id, by }: Lease, session: Transaction): Promise<boolean> {
  const mine = { _id: id, by };
  const { matchedCount } = await (
    await leases()
  ).updateOne(mine, { $set: { until: untilWhen() } }, { session });
  return matchedCount === 1;
}

export async function releaseLease({ id, by }: Lease): Promise<void> {
  await (await leases()).deleteOne({ _id: id, by });
}

const untilWhen = (): Date => new Date(Date.now() + LEASE_MS);
