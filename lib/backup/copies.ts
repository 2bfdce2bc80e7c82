import {
  allDocuments,
  backedUpCollections,
  dropBackedUpCollections,
  type ExactDocument,
  insertDocuments,
  isEmptyDatabase,
} from '../db/all-documents';
import { type Counts, type Entry, readBackup, writeBackup } from './backup-file';

/** A database that holds something, and nobody said that it may go. */
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
