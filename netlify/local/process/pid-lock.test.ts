import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../e2e/fixtures/temporary-folder';
import { isLock, readHolder, acquireLock } from './pid-lock';

const newFile = (): string => join(temporaryFolder(), 'it.lock');

/** A process whose command names the local platform, as a running one's does. */
function spawnOther() {
  return spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'netlify/local/commands/start.ts']);
}

test('a free lock is taken, names its holder, and is gone when released', () => {
  const file = newFile();
  const lock = acquireLock(file, { url: 'http://localhost:1' });
  if (!isLock(lock)) throw new Error('not taken');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ pid: process.pid, url: 'http://localhost:1' });
  lock.update({ url: 'http://localhost:2' });
  expect(readHolder(file)).toEqual({ pid: process.pid, url: 'http://localhost:2' });
  lock.release();
  expect(existsSync(file)).toBe(false);
});

test('a lock of a process that runs is not taken, and its holder is told', () => {
  const file = newFile();
  const other = spawnOther();
  writeFileSync(file, JSON.stringify({ pid: other.pid, url: 'http://localhost:1' }));
  expect(acquireLock(file)).toEqual({ pid: other.pid, url: 'http://localhost:1' });
  other.kill('SIGKILL');
});

test('a lock of a process that is gone counts for nothing', async () => {
  const file = newFile();
  const other = spawnOther();
  writeFileSync(file, JSON.stringify({ pid: other.pid }));
  const gone = new Promise((resolve) => other.once('exit', resolve));
  other.kill('SIGKILL');
  await gone;
  const lock = acquireLock(file);
  expect(isLock(lock)).toBe(true);
  expect(readHolder(file)?.pid).toBe(process.pid);
  if (isLock(lock)) lock.release();
});

test('a process of somebody else that got the same number does not hold the lock', () => {
  const file = newFile();
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  writeFileSync(file, JSON.stringify({ pid: stranger.pid }));
  const lock = acquireLock(file);
  stranger.kill('SIGKILL');
  expect(isLock(lock)).toBe(true);
  if (isLock(lock)) lock.release();
});

test('a lock that another process took over meanwhile is left alone', () => {
  const file = newFile();
  const lock = acquireLock(file);
  if (!isLock(lock)) throw new Error('not taken');
  writeFileSync(file, JSON.stringify({ pid: process.pid + 1 }));
  lock.release();
  expect(existsSync(file)).toBe(true);
});
