import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { tryLock, waitForLock } from './process-lock';

// The kernel's abstract sockets exist on Linux only, and so does what this lock protects.
test.runIf(process.platform === 'linux')('one holder at a time, known by its process id', async () => {
  const name = randomUUID();
  const first = await tryLock(name);
  expect(await tryLock(name)).toEqual({ heldBy: String(process.pid) });
  const waiting = waitForLock(name, 5000, () => {});
  if ('release' in first) await first.release();
  expect(await waiting).toHaveProperty('release');
});
