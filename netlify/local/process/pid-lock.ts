import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { CliError } from './command';

export type LockHolder = { pid: number } & Record<string, unknown>;
export type Lock = { update(about: Record<string, unknown>): void; release(): void };

/**
 * Takes a lock file that names its holder. A lock whose holder is gone counts for nothing.
 * @returns the lock, or who holds it
 */
export function acquireLock(file: string, about: Record<string, unknown> = {}): Lock | LockHolder {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}`;
  for (;;) {
    writeFileSync(mine, JSON.stringify({ pid: process.pid, ...about }), { mode: 0o600 });
    try {
      // A link appears whole or not at all: nobody ever reads half a lock.
      linkSync(mine, file);
      return lockOf(file, mine);
    } catch (error) {
      if (!isExists(error)) throw error;
    } finally {
      rmSync(mine, { force: true });
    }
    const holder = readHolder(file);
    if (holder && isOurs(holder.pid)) return holder;
    if (holder) removeStale(file, holder.pid);
  }
}

export const isLock = (value: Lock | LockHolder): value is Lock => 'release' in value;

/** Who holds the lock now, or null. */
export function readHolder(file: string): LockHolder | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isHolder(value) ? value : null;
  } catch {
    return null;
  }
}

function lockOf(file: string, draft: string): Lock {
  const release = (): void => {
    process.off('exit', release);
    if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
  };
  process.on('exit', release);
  return {
    update(about) {
      writeFileSync(draft, JSON.stringify({ pid: process.pid, ...about }), { mode: 0o600 });
      renameSync(draft, file);
    },
    release,
  };
}

/** Two processes may find the same stale lock: the slower one puts back the new lock that it moved by mistake. */
function removeStale(file: string, stalePid: number): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readHolder(aside)?.pid !== stalePid) linkSync(aside, file);
    unlinkSync(aside);
  } catch {
    // Somebody else was quicker; the caller looks again.
  }
}

function isHolder(value: unknown): value is LockHolder {
  return typeof value === 'object' && value !== null && 'pid' in value && typeof value.pid === 'number';
}

function isExists(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

/** Whether a process of this id runs. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Whether that process is one of ours: ids are used again after a crash or a restart of the machine, and a
 * stranger must not hold our lock.
 */
function isOurs(pid: number): boolean {
  if (!isAlive(pid)) return false;
  const command = commandOf(pid);
  return command === undefined || command.includes('netlify/local');
}

function commandOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    // Not Linux, or gone meanwhile.
  }
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' });
  } catch {
    return undefined;
  }
}

/**
 * What runs from a folder says of itself in `.local/running.lock`: `url` once its port is taken, `mongodbUri` once it is up
 * and when the database is this folder's own.
 */
export type Instance = { pid: number; mode: string; url?: string; jwtSecret?: string; mongodbUri?: string };

const fileIn = (root: string): string => join(root, '.local/running.lock');

/** Only one copy runs from a folder: they would share its data. Errors: `CliError` that names the other. */
export function acquireInstanceLock(root: string, mode: string): Lock {
  const lock = acquireLock(fileIn(root), { mode });
  if (isLock(lock)) return lock;
  const where = typeof lock['url'] === 'string' ? ` at ${lock['url']}` : '';
  throw new CliError(
    `Marquee runs from this folder already${where} (process ${lock.pid}): use that one, or stop it with Ctrl-C or: kill ${lock.pid}`,
  );
}

/** What runs from this folder now, or null. */
export function findInstance(root: string): Instance | null {
  const holder = readHolder(fileIn(root));
  return holder && isOurs(holder.pid) ? (holder as Instance) : null;
}
