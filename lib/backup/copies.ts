import type { ExactDocument } from '../db/bson';
import { type Counts, type Entry, readBackup, writeBackup } from './backup-file';
import { database } from '../db/client';
import { OWNER_COLLECTION } from '../db/write-access';

/** The database is not empty, and `--force` was not given. */
export class DatabaseNotEmptyError extends Error {
  override readonly name = 'DatabaseNotEmptyError';
}

const BATCH = 500;

/** Copies every document into `file`, collection by collection: a site that runs meanwhile may be copied mid-act. */
export async function createBackup(file: string): Promise<Counts> {
  return writeBackup(file, everything());
}

async function* everything(): AsyncGenerator<Entry> {
  for (const collection of await backedUpCollections()) {
    for await (const document of allDocuments(collection)) yield { collection, document };
  }
}

/**
 * Fills an empty database from `file`; with `force` empties it first. The file is read through before anything is
 * touched. Throws `InvalidBackupError`, `DatabaseNotEmptyError`.
 */
export async function restore(file: string, force: boolean): Promise<Counts> {
  const counts: Counts = {};
  for await (const { collection } of readBackup(file)) counts[collection] = (counts[collection] ?? 0) + 1;
  if (!force && !(await isEmptyDatabase())) {
    throw new DatabaseNotEmptyError(
      'This database is not empty. Name an empty one, or say --force: then everything in it is dropped first.',
    );
  }
  await dropBackedUpCollections();
  for await (const [collection, documents] of batches(readBackup(file))) {
    await insertDocuments(collection, documents);
  }
  return counts;
}

async function* batches(entries: AsyncIterable<Entry>): AsyncGenerator<[string, ExactDocument[]]> {
  let name = '';
  let batch: ExactDocument[] = [];
  for await (const { collection, document } of entries) {
    if (batch.length > 0 && (collection !== name || batch.length === BATCH)) {
      yield [name, batch];
      batch = [];
    }
    name = collection;
    batch.push(document);
  }
  if (batch.length > 0) yield [name, batch];
}

/**
 * What belongs to this database alone and goes into no backup: what is made in it, whose it is, who is at work on it, and
 * what is still to be sent, which a restored copy would send again.
 */
const NOT_BACKED_UP = new Set(['collections', 'leases', 'outbox', OWNER_COLLECTION]);

/** The collections whose documents a backup holds, by name. */
async function backedUpCollections(): Promise<string[]> {
  const there = await (await database()).listCollections({}, { nameOnly: true }).toArray();
  const names = there.map(({ name }) => name).filter((name) => !NOT_BACKED_UP.has(name));
  return names.filter((name) => !name.startsWith('system.')).toSorted();
}

async function* allDocuments(name: string): AsyncGenerator<ExactDocument> {
  yield* (await database()).collection(name).find({}, { promoteValues: false, sort: { _id: 1 } });
}

async function insertDocuments(name: string, documents: ExactDocument[]): Promise<void> {
  await (await database()).collection(name).insertMany(documents, { ordered: false });
}

/** Whether nobody has stored anything here: empty collections, and the record of a new database's version, do not count. */
async function isEmptyDatabase(): Promise<boolean> {
  const db = await database();
  for (const name of await backedUpCollections()) {
    const some = await db.collection(name).findOne(name === 'migrations' ? { _id: { $ne: 0 as never } } : {});
    if (some) return false;
  }
  return true;
}

/**
 * Drops all collections that a backup contains, and the records of created ones, so that they are created again on
 * next use.
 */
async function dropBackedUpCollections(): Promise<void> {
  const db = await database();
  for (const name of [...(await backedUpCollections()), 'collections']) await db.dropCollection(name);
}
