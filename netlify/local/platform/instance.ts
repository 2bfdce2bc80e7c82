import { join } from 'node:path';
import { isLock, readHolder, takeLock } from './pid-lock';
import type { Lock } from './pid-lock';
import { CliError } from './cli-error';
import { isOurs } from './pid-lock';

/**
 * What runs from a folder says of itself in `.local/running.lock`: `url` once its port is taken, `mongodbUri` once it is up
 * and when the database is this folder's own.
 */
export type Running = { pid: number; mode: string; url?: string; jwtSecret?: string; mongodbUri?: string };

const fileIn = (root: string): string => join(root, '.local/running.lock');

/** Only one copy runs from a folder: they would share its data. Errors: `CliError` that names the other. */
export function acquireInstanceLock(root: string, mode: string): Lock {
  const lock = takeLock(fileIn(root), { mode });
  if (isLock(lock)) return lock;
  const where = typeof lock['url'] === 'string' ? ` at ${lock['url']}` : '';
  throw new CliError(
    `Marquee runs from this folder already${where} (process ${lock.pid}): use that one, or stop it with Ctrl-C or: kill ${lock.pid}`,
  );
}

/** What runs from this folder now, or null. */
export function findInstance(root: string): Running | null {
  const holder = readHolder(fileIn(root));
  return holder && isOurs(holder.pid) ? (holder as Running) : null;
}
