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
  /** Identifies the holder; unique. */
  by: string;
}

/** How long a lease lasts without renewal. After that its holder counts as dead, and another can take over. */
const LEASE_MS = 60_000;

/** Acquires a lease if it is free or has expired, in one conditional write. Null if somebody else holds it. */
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
 * Renews a lease within the transaction of the work it protects, so that the work is rolled back if somebody took
 * over meanwhile. False if they already have.
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
