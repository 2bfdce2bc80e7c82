/**
 * `npm run import -- mflix|films|auditoriums|screenings PATH [--dry-run] …`, with `MONGODB_URI` in its environment, and `URL` and
 * `INTERNAL_SECRET` where the site runs. Ends with 0 when every line was taken, 2 when some were refused and the rest was
 * taken, 1 when it could not run.
 */
import { type CommandIo, runAsProcess, runCommand } from '../command/command-line';
import { isDatabaseUnavailable } from '../db/client';
import { describeError } from '../log';
import { type ImportArguments, readArguments } from './arguments';
import { ImportError } from './import-error';
import { importAuditoriums } from './import-auditoriums';
import { importFilms } from './import-films';
import { importMflix } from './import-mflix';
import type { ImportRun } from './import-run';
import { importScreenings } from './import-screenings';
import { prepareDatabase } from './prepare-database';
import { Progress } from './progress';
import { ImportReport } from './report';
import { revalidateSite } from './revalidate-site';

const [TAKEN, SOME_REFUSED] = [0, 2];

/** @returns the exit code */
export async function runImportCommand(argv: readonly string[], io: CommandIo): Promise<number> {
  const progress = new Progress(io.stderr);
  const print = (line: string): void => {
    progress.clear();
    io.stdout.write(`${line}\n`);
  };
  return runCommand(io, isSentence, async () => {
    const given = readArguments(argv);
    await prepareDatabase(given.dryRun);
    const report = new ImportReport(print, given.everyLine);
    const { dryRun, dateOrder } = given;
    const unknown = await explained(progress, () =>
      runImport(given, { report, progress, dryRun, dateOrder, now: new Date() }),
    );
    if (unknown.length > 0)
      print(`Not read, because these columns are not known here: ${unknown.join(', ')}.`);
    for (const line of report.summary()) print(line);
    print('');
    print(
      dryRun ? 'This was a dry run: nothing has been written.' : await revalidateSite(report.written > 0),
    );
    return report.refused > 0 ? SOME_REFUSED : TAKEN;
  });
}

async function runImport({ kind, path }: ImportArguments, run: ImportRun): Promise<string[]> {
  if (kind === 'films') return importFilms(path, run);
  if (kind === 'auditoriums') return importAuditoriums(path, run);
  if (kind === 'screenings') return importScreenings(path, run);
  await importMflix(path, run);
  return [];
}

/** A failure in the middle as a sentence, without what a document may hold. */
async function explained<T>(progress: Progress, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    progress.clear();
    if (error instanceof ImportError) throw error;
    if (!isDatabaseUnavailable(error)) throw new ImportError(describeError(error));
    throw new ImportError(
      'The database went away in the middle: run the same again, and what has come in counts as unchanged.',
    );
  }
}

function isSentence(error: unknown): boolean {
  return error instanceof ImportError;
}

await runAsProcess(import.meta.url, runImportCommand);
