import { defineCollection } from '../db/collection';
import type { Transaction } from '../db/transaction';
import type { CheckIn } from './desk-schema';

/** Every scan at a door, refused ones too, with what was decided and why. Nothing here is changed or deleted. */
export interface Scan {
  /** Made by the device; `<scan>:undo` for one that was undone. */
  _id: string;
  /** Of the code, which itself is not stored. */
  codeHash: string;
  door: string;
  by: string;
  /** When the device scanned it, by its own clock; null when it asked at once. */
  scannedAt: Date | null;
  /** When it was handed in, by the server's clock. */
  at: Date;
  outcome: CheckIn['outcome'] | 'undone';
  reason: string | null;
  ticket: CheckIn['ticket'] | null;
}

const scans = defineCollection<Scan>({
  name: 'scans',
  schema: {
    bsonType: 'object',
    required: ['_id', 'codeHash', 'door', 'by', 'at', 'outcome'],
    properties: {
      _id: { bsonType: 'string' },
      codeHash: { bsonType: 'string' },
      door: { bsonType: 'string' },
      by: { bsonType: 'string' },
      scannedAt: { bsonType: ['date', 'null'] },
      at: { bsonType: 'date' },
      outcome: { enum: ['admitted', 'already-in', 'refused', 'undone'] },
    },
  },
  indexes: [],
});

/** Throws a duplicate key when this scan was handed in before. */
export async function insertScan(scan: Scan, session: Transaction): Promise<void> {
  await (await scans()).insertOne(scan, { session });
}

export async function findScan(id: string, session?: Transaction): Promise<Scan | null> {
  return (await scans()).findOne({ _id: id }, session && { session });
}
