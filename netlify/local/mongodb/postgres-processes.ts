/** What /proc tells about PostgreSQL's processes. Linux only, as DocumentDB's packages are. */
import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

const LEAVE_TIMEOUT_MS = 15_000;
const POLL_MS = 50;

export async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return text.split(' ').filter(Boolean).map(Number);
}

/** True for a process that ended, also when nobody has reaped it: some containers have no init that would. */
export async function isGone(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return true;
  return /^ [ZX]/.test(stat.slice(stat.lastIndexOf(')') + 1));
}

/**
 * A server whose parent was killed shuts down by itself; this waits for it, ends it if it does not, and removes the file that it
 * left when it was killed as well. The caller holds the lock of the data folder, so no living platform owns that server.
 */
export async function clearStalePostmaster(root: string, pidFile: string): Promise<void> {
  const text = await readFile(pidFile, 'utf8').catch(() => null);
  if (text === null) return;
  const pid = Number(text.split('\n')[0]);
  const end = Date.now() + LEAVE_TIMEOUT_MS;
  while (await runsInRoot(pid, root)) {
    if (Date.now() > end) process.kill(pid, 'SIGKILL');
    await delay(POLL_MS);
  }
  await rm(pidFile, { force: true });
}

/** The number may belong to a stranger by now: the server is the one whose root folder is ours. */
async function runsInRoot(pid: number, root: string): Promise<boolean> {
  if (await isGone(pid)) return false;
  const itsRoot = await readlink(`/proc/${pid}/root`).catch(() => '');
  return itsRoot === (await realpath(root));
}
