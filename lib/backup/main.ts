/**
 * `npm run db:backup -- FILE` and `npm run db:restore -- FILE [--force]`: everything in the database, into one file and back. For houses
 * without snapshots; MongoDB's own mongodump does the same.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { closeMongoClient, isDatabaseUnavailable } from '../db/client';
import { getDataVersion } from '../db/data-version';
import { EnvironmentError } from '../env';
import { InvalidBackupError, type Counts } from './backup-file';
import { backUp, NotEmpty, restore } from './copies';

const { values, positionals } = parseArgs({
  options: { force: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [act, file] = positionals;

try {
  if (!file) fail(`Name a file: npm run db:${act} -- marquee-2026-11-21.backup`);
  else if (act === 'backup' && existsSync(file)) fail(`${file} is there already, and stays as it is.`);
  else if (act === 'restore' && !existsSync(file)) fail(`There is no ${file}.`);
  else if (act === 'backup') say('written', file, await backUp(file));
  else await restoreFrom(file);
} catch (error) {
  fail(explain(error));
} finally {
  await closeMongoClient();
}

async function restoreFrom(from: string): Promise<void> {
  say('restored from', from, await restore(from, values.force));
  const { state, stored, expected } = await getDataVersion();
  if (state === 'current') return;
  console.log(`It has version ${stored}, and the code expects ${expected}: npm run db:migrate`);
}

function say(done: string, name: string, counts: Counts): void {
  for (const [collection, count] of Object.entries(counts)) {
    console.log(`${String(count).padStart(9)}  ${collection}`);
  }
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  console.log(`${all} documents ${done} ${name}.`);
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

function explain(error: unknown): string {
  if (error instanceof InvalidBackupError || error instanceof NotEmpty || error instanceof EnvironmentError)
    return error.message;
  if (isDatabaseUnavailable(error))
    return 'The database does not answer: is MONGODB_URI right, and may this machine reach the server?';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
