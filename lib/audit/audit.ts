import { defineCollection } from '../db/collection';
import type { Transaction } from '../db/transaction';

/**
 * One act of staff: who did what to what, and what it was before and after. No names, no addresses, no codes: ids say who
 * and what. There is nothing here that changes or deletes an entry.
 */
export interface AuditEntry {
  /** By the database's clock. */
  at: Date;
  /** The staff member. */
  by: string;
  /** `order.paid`, `seats.blocked`, ... */
  action: string;
  subject: { kind: 'order' | 'screening'; id: string };
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string | null;
  /** Of the request, as in the log. */
  requestId: string | null;
}

const audit = defineCollection<AuditEntry>({
  name: 'audit',
  schema: {
    bsonType: 'object',
    required: ['at', 'by', 'action', 'subject', 'before', 'after', 'reason', 'requestId'],
    properties: {
      at: { bsonType: 'date' },
      by: { bsonType: 'string', minLength: 1 },
      action: { bsonType: 'string', minLength: 1 },
      subject: {
        bsonType: 'object',
        required: ['kind', 'id'],
        properties: { kind: { enum: ['order', 'screening'] }, id: { bsonType: 'string' } },
      },
      before: { bsonType: ['object', 'null'] },
      after: { bsonType: ['object', 'null'] },
      reason: { bsonType: ['string', 'null'] },
      requestId: { bsonType: ['string', 'null'] },
    },
  },
  indexes: [{ name: 'subject', key: { 'subject.id': 1, at: 1 } }],
});

/** Writes an entry in the transaction of the act itself: there is no act without its entry, and none without its act. */
export async function recordAudit(entry: AuditEntry, session: Transaction): Promise<void> {
  await (await audit()).insertOne({ ...entry }, { session });
}

const ENTRIES_MAX = 500;

/** What staff did to an order or a screening, the oldest first. One query. */
export async function listAuditEntries(subjectId: string): Promise<AuditEntry[]> {
  return (await audit())
    .find({ 'subject.id': subjectId }, { projection: { _id: 0 }, batchSize: ENTRIES_MAX })
    .sort({ at: 1, _id: 1 })
    .limit(ENTRIES_MAX)
    .toArray();
}
