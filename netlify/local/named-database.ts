import { join } from 'node:path';
import { databaseNameOf } from './database';
import { startMongodb } from './mongodb/start-mongodb';
import { projectRoot } from './run-command';
import { takeRunningLock } from './running';
import { loadDotEnv } from './site-env';
import type { Stoppers } from './stoppers';

/**
 * The database that a command works on, put into `MONGODB_URI` for `lib`: the one that the variable names (in the terminal or
 * in `.env`), else this folder's own, which runs for as long as the command does.
 *
 * @returns how to call it in a sentence. Errors: `PlainError` when this folder's own is in use.
 */
export async function openNamedDatabase(
  command: string,
  log: (line: string) => void,
  stoppers: Stoppers,
): Promise<string> {
  loadDotEnv(projectRoot);
  const given = process.env.MONGODB_URI;
  if (given) return `${databaseNameOf(given)} at ${hostsOf(given)}`;
  const lock = takeRunningLock(projectRoot, command);
  await stoppers.add('the lock', () => lock.release());
  const mongodb = await startMongodb({ dataDir: join(projectRoot, '.local/mongodb'), log });
  await stoppers.add('the database', () => mongodb.stop());
  process.env.MONGODB_URI = mongodb.uri(databaseNameOf(undefined));
  return "this folder's own database (no MONGODB_URI is set)";
}

/** Where a connection string leads, without its name and password. */
export function hostsOf(uri: string): string {
  return /^mongodb(?:\+srv)?:\/\/(?:[^@/]*@)?([^/?]+)/.exec(uri)?.[1] ?? 'an address that is none';
}
