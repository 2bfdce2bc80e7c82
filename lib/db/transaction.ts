import { type ClientSession, MongoError } from 'mongodb';
import { mongoClient } from './client';
import { ProblemError } from '../problem';
import { ensureCollections } from './collection';

/** Handed to each read and write that belongs to a transaction. */
export type Transaction = ClientSession;

/** The driver would go on repeating for 120 seconds, which outlives a function. */
const REPEAT_FOR_MS = 5_000;

/**
 * All that `work` writes in the transaction, or nothing of it. The driver runs `work` again when another transaction was
 * quicker, for five seconds: so it must do nothing but read and write. Throws `database-unavailable` (503) after that.
 */
export async function inTransaction<T>(work: (session: Transaction) => Promise<T>): Promise<T> {
  // What a transaction would make itself it could not see.
  await ensureCollections();
  const client = await mongoClient();
  const end = performance.now() + REPEAT_FOR_MS;
  return client.withSession((session) =>
    session.withTransaction(() => {
      if (performance.now() <= end) return work(session);
      throw new ProblemError('database-unavailable', { retryAfterSeconds: 1 });
    }),
  );
}

/** To be thrown in a transaction that read what another one changed meanwhile: its work runs once more. */
export function repeatTransaction(why: string): MongoError {
  const error = new MongoError(why);
  error.addErrorLabel('TransientTransactionError');
  return error;
}
