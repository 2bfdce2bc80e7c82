import { join } from 'node:path';
import { localSecret, loadDotEnv } from '../platform/environment';
import { startMongodb } from '../mongodb/start-mongodb';
import { projectRoot, type ShutdownStack } from '../process/command';
import { findInstance, acquireInstanceLock } from '../process/pid-lock';
import { databaseNameOf } from '../mongodb/external-server';

/**
 * The database that a command works on, put into `MONGODB_URI` for `lib`: the one that the variable names (in the terminal or
 * in `.env`), else this folder's own: that of the site that runs here, which then can be told of changes, or one that runs
 * for as long as the command does.
 *
 * @returns how to call it in a sentence. Errors: `CliError` when this folder's own is in use by something else.
 */
export async function openTargetDatabase(
  command: string,
  log: (line: string) => void,
  shutdown: ShutdownStack,
  root: string = projectRoot,
): Promise<string> {
  loadDotEnv(root);
  const given = process.env.MONGODB_URI;
  if (given) return `the database ${databaseNameOf(given)} at ${hostsOf(given)}`;
  const running = findInstance(root);
  if (running?.url && running.mongodbUri) {
    process.env.MONGODB_URI = running.mongodbUri;
    process.env.URL = running.url;
    process.env.INTERNAL_SECRET = await localSecret(join(root, '.local'), 'internal-secret');
    return `the database of the site that runs at ${running.url}`;
  }
  const lock = acquireInstanceLock(root, command);
  await shutdown.add('the lock', () => lock.release());
  const mongodb = await startMongodb({ dataDir: join(root, '.local/mongodb'), log });
  await shutdown.add('the database', () => mongodb.stop());
  process.env.MONGODB_URI = mongodb.uri(databaseNameOf(undefined));
  return "this folder's own database (no MONGODB_URI is set)";
}

/** Where a connection string leads, without its name and password. */
export function hostsOf(uri: string): string {
  return /^mongodb(?:\+srv)?:\/\/(?:[^@/]*@)?([^/?]+)/.exec(uri)?.[1] ?? 'an address that is none';
}
