/**
 * `npm run db:backup -- FILE` and `npm run db:restore -- FILE [--force]`: everything in the database, into one file and back. For
 * cinemas without snapshots; MongoDB's own mongodump does the same.
 */
import { existsSync } from 'node:fs';
import {
  type CommandIo,
  parseCommandLine,
  runAsProcess,
  runCommand,
  UsageError,
} from '../command/command-line';
import { getDataVersion } from '../db/data-version';
import { type Counts, InvalidBackupError } from './backup-file';
import { createBackup, DatabaseNotEmptyError, restore } from './copies';

const USAGE = `npm run db:backup -- FILE              copies everything in the database into FILE, which is new
npm run db:restore -- FILE             fills an empty database from FILE
npm run db:restore -- FILE --force     the same, and drops what is in the database before`;

/** @returns the exit code */
export async function runBackupCommand(argv: readonly string[], io: CommandIo): Promise<number> {
  return runCommand(io, isSentence, async () => {
    const { values, positionals } = parseCommandLine(argv, USAGE, {
      force: { type: 'boolean', default: false },
    });
    const [action = '', file, ...more] = positionals;
    if (!file) throw new UsageError(`Name a file: npm run db:${action} -- marquee-2026-11-21.backup`);
    if (more.length > 0) throw new UsageError(`One file at a time.\n\n${USAGE}`);
    if (action === 'backup') await backUp(file, io);
    else await restoreFrom(file, values.force, io);
    return 0;
  });
}

async function backUp(file: string, io: CommandIo): Promise<void> {
  if (existsSync(file)) throw new UsageError(`${file} is there already, and stays as it is.`);
  printCounts('written', file, await createBackup(file), io);
}

async function restoreFrom(file: string, force: boolean, io: CommandIo): Promise<void> {
  if (!existsSync(file)) throw new UsageError(`There is no ${file}.`);
  printCounts('restored from', file, await restore(file, force), io);
  const { state, stored, expected } = await getDataVersion();
  if (state === 'current') return;
  io.stdout.write(`It has version ${stored}, and the code expects ${expected}: npm run db:migrate\n`);
}

function printCounts(done: string, name: string, counts: Counts, { stdout }: CommandIo): void {
  for (const [collection, count] of Object.entries(counts)) {
    stdout.write(`${String(count).padStart(9)}  ${collection}\n`);
  }
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  stdout.write(`${all} documents ${done} ${name}.\n`);
}

function isSentence(error: unknown): boolean {
  return error instanceof InvalidBackupError || error instanceof DatabaseNotEmptyError;
}

await runAsProcess(import.meta.url, runBackupCommand);
