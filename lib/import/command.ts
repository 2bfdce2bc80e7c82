/**
 * `npm run import -- mflix|films|auditoriums|seat-plan|screenings PATH [--dry-run] …`, with `MONGODB_URI` in its environment, and `URL` and
 * `INTERNAL_SECRET` where the site runs. Ends with 0 when every line was taken, 2 when some were refused and the rest was
 * taken, 1 when it could not run.
 */
import {
  type CommandIo,
  parseCommandLine,
  runAsProcess,
  runCommand,
  UsageError,
} from '../command/command-line';
import { isDatabaseUnavailable, probeDatabase } from '../db/client';
import { getDataVersion } from '../db/data-version';
import { enableDryRun } from '../db/write-access';
import { describeError } from '../log';
import { requestRevalidation } from '../revalidate/request-revalidation';
import { ImportError } from './errors';
import { importAuditoriums } from './import-auditoriums';
import { importFilms } from './import-films';
import { importMflix } from './import-mflix';
import type { ImportRun } from './import-run';
import { importSeatPlan } from './import-seat-plan';
import { importScreenings } from './import-screenings';
import type { DateOrder } from './release-date';
import { ImportReport, Progress } from './report';

const kinds = ['mflix', 'films', 'auditoriums', 'seat-plan', 'screenings'] as const;
export type ImportKind = (typeof kinds)[number];

export interface ImportArguments {
  kind: ImportKind;
  /** A folder for `mflix`, else a file. */
  path: string;
  dryRun: boolean;
  dateOrder: DateOrder | null;
  everyLine: boolean;
}

const USAGE = `Say what to import:
  npm run import -- mflix DIR          films and comments of MongoDB's sample set: movies.json, comments.json, users.json
  npm run import -- films FILE         a table of films, CSV or JSON
  npm run import -- auditoriums FILE   a table of auditoriums, CSV or JSON
  npm run import -- seat-plan FILE     the seat plan of an auditorium, JSON
  npm run import -- screenings FILE    a table of screenings, CSV or JSON
with
  --dry-run                            says what it would do and writes nothing
  --dates day-first|month-first        how to read dates such as 09/12/2003
  --every-line                         prints every refused line, not only the first twenty of a kind`;

/** Throws `UsageError` for anything else. */
export function readArguments(argv: readonly string[]): ImportArguments {
  const { values, positionals } = parseCommandLine(argv, USAGE, {
    'dry-run': { type: 'boolean', default: false },
    dates: { type: 'string' },
    'every-line': { type: 'boolean', default: false },
  });
  const [kind = '', path, ...more] = positionals;
  if (!isKind(kind) || path === undefined || more.length > 0) throw new UsageError(USAGE);
  return {
    kind,
    path,
    dryRun: values['dry-run'],
    dateOrder: readOrder(values.dates),
    everyLine: values['every-line'],
  };
}

function isKind(word: string): word is ImportKind {
  return (kinds as readonly string[]).includes(word);
}

function readOrder(word: string | undefined): DateOrder | null {
  if (word === undefined || word === 'day-first' || word === 'month-first') return word ?? null;
  throw new UsageError(`--dates is "${word}": it should be day-first or month-first.`);
}

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
  if (kind === 'seat-plan') return importSeatPlan(path, run);
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

const TIMEOUT_MS = 10_000;

/** Makes sure that there is a database to write to, and one that this code knows. Throws `ImportError`. */
async function prepareDatabase(dryRun: boolean): Promise<void> {
  if (dryRun) enableDryRun();
  try {
    await probeDatabase(TIMEOUT_MS);
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
    throw new ImportError(
      'The database cannot be reached: is MONGODB_URI right, and may this machine connect?',
    );
  }
  const { state } = await getDataVersion();
  if (state === 'behind') {
    throw new ImportError('The stored data is of an earlier version: run npm run db:migrate first.');
  }
  if (state === 'ahead') {
    throw new ImportError('The stored data is of a later version than this copy of Marquee: git pull first.');
  }
}

/**
 * Asks the site to render its pages again, if it can be reached.
 *
 * @returns what to expect
 */
async function revalidateSite(hasChanged: boolean): Promise<string> {
  if (!hasChanged) return 'Nothing has changed.';
  const isTold = await requestRevalidation({ everything: true });
  return isTold ? 'The site shows it from the next request on.' : 'Pages follow within two minutes.';
}

await runAsProcess(import.meta.url, runImportCommand);
