import type { ClientSession } from 'mongodb';
import { mongoClient } from './client';
import { ensureCollections } from './collection';

/** Handed to each read and write that belongs to a transaction. */
export type Transaction = ClientSession;

/**
 * All that `work` writes in the transaction, or nothing of it. The driver may run `work` again when another one was
 * quicker, so it must do nothing but read and write.
 */
export async function inTransaction<T>(work: (session: Transaction) => Promise<T>): Promise<T> {
  // What a transaction would make itself it could not see.
  await ensureCollections();
  const client = await mongoClient();
  return client.withSession((session) => session.withTransaction(() => work(session)));
}
