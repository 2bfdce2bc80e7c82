import type { Db } from 'mongodb';
import { database, isDuplicateKey } from './client';

/** The stored data that this code expects: the number of the newest migration. A test holds the two together. */
export const DATA_VERSION = 6;

/**
 * A migration that ran or is running: one document each, and one with the number 0 for a database that started at a
 * newer version.
 */
export interface MigrationDocument {
  /** The migration's number; 0 is the creation of the database. */
  _id: number;
  name: string;
  /** Of number 0: all migrations up to this one have nothing to do here. */
  bornAt?: number;
  state: 'running' | 'done';
  /** Which run holds it, and until when nobody else may take it over. */
  claimedBy: string | null;
  claimedUntil: Date | null;
  finishedAt: Date | null;
  /** Documents changed, by the run that finished it. */
  changed: number;
}

export const migrationRecords = (db: Db) => db.collection<MigrationDocument>('migrations');

/** Called before the first collection is made: an empty database begins at today's version, with nothing to migrate. */
export async function recordInitialVersion(db: Db): Promise<void> {
  const there = await db.listCollections({}, { nameOnly: true }).toArray();
  if (there.some(({ name }) => name !== 'deploys')) return;
  const first: MigrationDocument = {
    _id: 0,
    name: 'a new database',
    bornAt: DATA_VERSION,
    state: 'done',
    claimedBy: null,
    claimedUntil: null,
    finishedAt: new Date(),
    changed: 0,
  };
  await migrationRecords(db)
    .insertOne(first)
    .catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error; // another process was first, a moment earlier
    });
}

/**
 * The newest migration such that it and all before it are done. Null for a database without records: an empty one, or
 * one from before there were migrations.
 */
export function versionOf(records: readonly MigrationDocument[]): number | null {
  if (records.length === 0) return null;
  const done = new Set(records.filter(({ state }) => state === 'done').map(({ _id }) => _id));
  let version = records.find(({ _id }) => _id === 0)?.bornAt ?? 0;
  while (done.has(version + 1)) version += 1;
  return version;
}

export interface DataVersion {
  /** `ahead`: newer code has migrated, and this is older. */
  state: 'current' | 'behind' | 'ahead';
  /** 0: from before there were migrations. */
  stored: number;
  expected: number;
}

/**
 * Compares the database's version with the one this code expects. A database in which nothing was created is current.
 */
export async function getDataVersion(): Promise<DataVersion> {
  const db = await database();
  const records = await migrationRecords(db).find().toArray();
  const stored = versionOf(records) ?? (await versionWithoutRecords(db));
  const state = stored === DATA_VERSION ? 'current' : stored < DATA_VERSION ? 'behind' : 'ahead';
  return { state, stored, expected: DATA_VERSION };
}

async function versionWithoutRecords(db: Db): Promise<number> {
  return (await db.collection('collections').findOne()) ? 0 : DATA_VERSION;
}
