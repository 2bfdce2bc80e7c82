import {
  MongoClient,
  MongoServerError,
  type Collection,
  type Db,
  type Document,
  type ObjectId,
} from 'mongodb';
import { afterAll, inject } from 'vitest';

/** A document as these checks write it: any fields, any kind of `_id`. */
export interface Doc extends Document {
  // The driver's types ask for one kind of id in a collection; these checks use several, `unknown` does not pass them.
  _id?: Id;
}

export type Id = string | number | ObjectId;

export interface TestDatabase {
  client: MongoClient;
  db: Db;
  /** A collection that no other check uses; made at once, because a transaction may not make one. */
  fresh(documents?: Doc[]): Promise<Collection<Doc>>;
}

let lastNumber = 0;

/** The server under test for one file; closed after its last check. `prefix` keeps files apart. */
export function openDatabase(
  prefix: string,
  options: { uri?: string; maxPoolSize?: number } = {},
): TestDatabase {
  const client = new MongoClient(options.uri ?? inject('databaseUri'), {
    maxPoolSize: options.maxPoolSize ?? 100,
  });
  const db = client.db();
  afterAll(() => client.close());
  return {
    client,
    db,
    async fresh(documents = []) {
      lastNumber += 1;
      const collection = await db.createCollection<Doc>(`${prefix}_${lastNumber}`);
      if (documents.length > 0) await collection.insertMany(documents as never[]);
      return collection;
    },
  };
}

/** The error that a promise ends with; fails when it ends well. */
export async function failureOf(promise: Promise<unknown>): Promise<MongoServerError> {
  const outcome = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (outcome instanceof MongoServerError) return outcome;
  throw new Error(`expected the server to refuse, got ${String(outcome)}`);
}

/** The error code that a promise ends with. */
export async function codeOf(promise: Promise<unknown>): Promise<number> {
  return Number((await failureOf(promise)).code);
}

/** A concurrent write may lose against another; the design says: repeat it. */
export async function repeatOnConflict<T>(write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write();
    } catch (error) {
      const code = error instanceof MongoServerError ? error.code : undefined;
      if ((code !== 11000 && code !== 112) || attempt === 20) throw error;
    }
  }
}
