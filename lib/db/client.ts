import {
  type Db,
  MongoClient,
  MongoError,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoServerError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
} from 'mongodb';
import { env } from '../env';
import { withTimeout } from '../with-timeout';

const OPTIONS = {
  appName: 'marquee',
  maxPoolSize: 10,
  maxIdleTimeMS: 60_000,
  connectTimeoutMS: 2_500,
  serverSelectionTimeoutMS: 2_500,
  socketTimeoutMS: 10_000,
  waitQueueTimeoutMS: 5_000,
} as const;

let current: { uri: string; client: Promise<MongoClient> } | null = null;

/**
 * The one client of this process. Callers share the connection attempt. A failed one is dropped: a client whose first
 * connection failed answers "Topology is closed" forever, and a warm function would never recover.
 */
export async function mongoClient(): Promise<MongoClient> {
  const uri = env('MONGODB_URI');
  if (current?.uri !== uri) {
    const client = new MongoClient(uri, OPTIONS).connect();
    const attempt = { uri, client };
    current = attempt;
    client.catch(() => {
      if (current === attempt) current = null;
    });
  }
  return current.client;
}

/** The database that `MONGODB_URI` names, `marquee` when it names none. */
export async function database(): Promise<Db> {
  const client = await mongoClient();
  return client.db(client.options.dbName === 'test' ? 'marquee' : client.options.dbName);
}

/**
 * Checks that the database responds, and whether it supports transactions: replica sets and sharded clusters do, a
 * single server does not. Throws if there is no response within `timeoutMs`.
 */
export async function probeDatabase(timeoutMs: number): Promise<{ transactions: boolean }> {
  const hello = async () => (await database()).command({ hello: 1 });
  const answer = await withTimeout(timeoutMs, hello());
  return { transactions: answer['setName'] !== undefined || answer['msg'] === 'isdbgrid' };
}

/** Closes the client, for scripts and tests. The next call connects again. */
export async function closeMongoClient(): Promise<void> {
  const attempt = current;
  current = null;
  await attempt?.client.then((client) => client.close()).catch(() => undefined);
}

// "The node is shutting down", "no primary", "not primary", a write that met another one (112), and their like: another
// try a little later succeeds.
const PASSING_CODES = new Set([6, 7, 89, 91, 112, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);

/** Whether the database could not be reached, as opposed to having refused. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (error instanceof MongoServerError) return PASSING_CODES.has(Number(error.code));
  return (
    error instanceof MongoNetworkError ||
    error instanceof MongoServerSelectionError ||
    error instanceof MongoNotConnectedError ||
    error instanceof MongoTopologyClosedError ||
    (error instanceof MongoError && error.name === 'MongoWaitQueueTimeoutError')
  );
}

/** Error 11000. Neither engine of the local platform tells reliably which index: the caller knows its collection. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === 11000;
}
