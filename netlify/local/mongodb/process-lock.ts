import { createHash } from 'node:crypto';
import { connect, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 200;

/**
 * A lock that cannot be left behind: a socket in Linux' abstract namespace, which the kernel frees with the process.
 * Its holder tells whoever knocks its process id.
 */
export async function tryLock(name: string): Promise<{ release: () => Promise<void> } | { heldBy: string }> {
  const path = `\0marquee-${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.end(String(process.pid));
  });
  const taken = await new Promise<boolean>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(true) : reject(error),
    );
    server.listen({ path }, () => resolve(false));
  });
  if (taken) return { heldBy: await askHolder(path) };
  server.unref();
  return { release: () => new Promise((resolve) => void server.close(() => resolve())) };
}

/** Waits for the lock; says once, through `onWait`, which process has it. */
export async function waitForLock(
  name: string,
  timeoutMs: number,
  onWait: (heldBy: string) => void,
): Promise<{ release: () => Promise<void> } | { heldBy: string }> {
  const end = Date.now() + timeoutMs;
  let told = false;
  for (;;) {
    const lock = await tryLock(name);
    if ('release' in lock || Date.now() > end) return lock;
    if (!told) onWait(lock.heldBy);
    told = true;
    await delay(POLL_MS);
  }
}

async function askHolder(path: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect({ path });
    socket.setEncoding('utf8').on('data', (text: string) => {
      answer += text;
    });
    socket.on('error', () => resolve('unknown'));
    socket.on('close', () => resolve(answer || 'unknown'));
  });
}
