/**
 * The import as a process: `node --import tsx lib/import/main.ts mflix|films|auditoriums|screenings PATH [--dry-run] …`, with
 * `MONGODB_URI` in its environment, and `URL` and `INTERNAL_SECRET` where the site runs. Ends with 0 when every line was
 * taken, 2 when some were refused and the rest was taken, 1 when it could not run.
 */
import { closeMongoClient, isDatabaseUnavailable } from '../db/client';
import { EnvironmentError } from '../env';
import { describeError } from '../log';
import { type ImportArguments, readArguments } from './arguments';
import { ImportError } from './cannot-import';
import { importAuditoriums } from './import-auditoriums';
import { importFilms } from './import-films';
import { importMflix } from './import-mflix';
import type { ImportRun } from './import-run';
import { importScreenings } from './import-screenings';
import { prepareDatabase } from './prepare-database';
import { Progress } from './progress';
import { ImportReport } from './report';
import { revalidateSite } from './tell-site';

const [TAKEN, FAILED, SOME_REFUSED] = [0, 1, 2];

const progress = new Progress(process.stderr);

function print(line: string): void {
  progress.clear();
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<number> {
  const given = readArguments(process.argv.slice(2));
  await prepareDatabase(given.dryRun);
  const report = new ImportReport(print, given.everyLine);
  const { dryRun, dateOrder } = given;
  const unknown = await runImport(given, { report, progress, dryRun, dateOrder, now: new Date() });
  if (unknown.length > 0) print(`Not read, because these columns are not known here: ${unknown.join(', ')}.`);
  for (const line of report.summary()) print(line);
  print('');
  print(dryRun ? 'This was a dry run: nothing has been written.' : await revalidateSite(report.written > 0));
  return report.refused > 0 ? SOME_REFUSED : TAKEN;
}

async function runImport({ kind, path }: ImportArguments, run: ImportRun): Promise<string[]> {
  if (kind === 'films') return importFilms(path, run);
  if (kind === 'auditoriums') return importAuditoriums(path, run);
  if (kind === 'screenings') return importScreenings(path, run);
  await importMflix(path, run);
  return [];
}

try {
  process.exitCode = await main();
} catch (error) {
  progress.clear();
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = FAILED;
} finally {
  await closeMongoClient();
}

/** A sentence where there is one, without what a document may hold. */
function explain(error: unknown): string {
  if (error instanceof ImportError || error instanceof EnvironmentError) return error.message;
  if (!isDatabaseUnavailable(error)) return describeError(error);
  return 'The database went away in the middle: run the same again, and what has come in counts as unchanged.';
}
