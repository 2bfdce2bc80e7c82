import { addDays, cinemaDay, toInstant } from '../cinema-time';
import { acquireLease, type Lease, releaseLease, renewLease } from '../db/lease';
import { inTransaction } from '../db/transaction';
import type { Film } from '../films/schema';
import { auditoriumsById } from '../screenings/auditoriums';
import {
  changeScreenings,
  ensureScreenings,
  listScreeningsBetween,
  type NewScreening,
} from '../screenings/screenings';
import { ImportError, RowError } from './errors';
import {
  importRows,
  type ImportRun,
  inBatches,
  readTable,
  type RowResult,
  takenValues,
  tryRow,
} from './import-run';
import { findNamedFilms, type KnownFilms, requireNamedFilm } from './named-film';
import { readPriceName } from './price-names';
import { takePrices } from './prices';
import type { Place } from './report';
import { ScheduleConflicts, screeningDifferences, toNewScreening } from './schedule';
import { readScreeningRow, screeningColumns, type ScreeningRow } from './screening-row';
import { formatStart } from './screening-time';

const BATCH_SIZE = 200;

interface Stored {
  films: KnownFilms;
  auditoriums: ReadonlyMap<string, unknown>;
  schedule: ScheduleConflicts;
}

/**
 * `import screenings FILE`: a table of screenings. One is known by its auditorium and start; a line that runs into
 * another, of the file or of the cinema, is refused. What a line is silent on stays as the cinema has it.
 * @returns the names of columns that are not known
 */
export async function importScreenings(file: string, run: ImportRun): Promise<string[]> {
  const columns = screeningColumns();
  const rows = readTable(file, run, (name) => columns.has(name) || readPriceName(name) !== null);
  const results = importRows(file, run, rows, (record) => {
    const { prices, rest } = takePrices(record);
    return readScreeningRow(columns.row(rest), prices, run.dateOrder);
  });
  const schedule = new ScheduleConflicts();
  const lease = run.dryRun ? null : await takePlan();
  try {
    for await (const batch of inBatches(results, BATCH_SIZE)) await importBatch(batch, schedule, run, lease);
  } finally {
    if (lease) await releaseLease(lease);
  }
  return columns.unknown;
}

/** Of two imports at once neither would see the other's lines, so one at a time plans screenings. */
async function takePlan(): Promise<Lease> {
  const lease = await acquireLease('screenings');
  if (lease) return lease;
  throw new ImportError(
    'Another import of screenings is running: wait for its end and run this again. One that broke off is in the way for a minute.',
  );
}

async function importBatch(
  batch: RowResult<ScreeningRow>[],
  schedule: ScheduleConflicts,
  run: ImportRun,
  lease: Lease | null,
): Promise<void> {
  const rows = takenValues(batch);
  const [films, auditoriums] = await Promise.all([
    findNamedFilms(rows.map(({ film }) => film)),
    auditoriumsById(rows.map(({ auditoriumId }) => auditoriumId)),
    readSchedule(rows, schedule),
  ]);
  const stored = { films, auditoriums, schedule };
  const added: NewScreening[] = [];
  const changed: NewScreening[] = [];
  for (const row of batch) {
    const outcome = tryRow(run.report, 'screenings', row, (value) => settle(value, stored, row.place, run));
    if (outcome?.isNew) added.push(outcome.screening);
    else if (outcome?.isChanged) changed.push(outcome.screening);
  }
  if (!lease) return;
  await inTransaction(async (session) => {
    if (!(await renewLease(lease, session))) throw takenOver();
    await ensureScreenings(added, session);
    await changeScreenings(changed, session);
  });
}

function takenOver(): ImportError {
  return new ImportError(
    'This import was silent for a minute and another one took over: run the same again, and what has come in counts as unchanged.',
  );
}

/** What the cinema has around the days of these lines. */
async function readSchedule(rows: readonly ScreeningRow[], schedule: ScheduleConflicts): Promise<void> {
  const days = rows.map(({ startsAt }) => cinemaDay(startsAt)).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return;
  // No film is longer than a day, so the neighbours are all that can reach into these.
  const stored = await listScreeningsBetween(toInstant(addDays(first, -1)), toInstant(addDays(last, 2)));
  schedule.forgetStored();
  for (const { filmId, screening } of stored) {
    const { auditorium, startsAt, endsAt } = screening;
    const slot = {
      filmId,
      auditoriumId: auditorium.id,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      line: null,
      screening,
    };
    if (!schedule.same(slot)) schedule.add(slot);
  }
}

function settle(
  row: ScreeningRow,
  { films, auditoriums, schedule }: Stored,
  place: Place,
  run: ImportRun,
): { screening: NewScreening; isNew: boolean; isChanged: boolean } {
  const film = requireNamedFilm(row.film, films);
  if (!auditoriums.has(row.auditoriumId)) {
    throw new RowError('there is no such auditorium', row.auditoriumId);
  }
  const known = schedule.same({ ...row, filmId: film.slug });
  if (known?.line) throw new RowError('an earlier line has this screening', `line ${known.line}`);
  const screening = toNewScreening(row, film, known?.screening ?? null);
  if (!known) schedule.requireFree(screening);
  if (!known) schedule.add({ ...screening, line: place.line, screening: null });
  else known.line = place.line;
  const changes = known?.screening ? screeningDifferences(known.screening, screening) : [];
  const outcome = { screening, isNew: !known, isChanged: changes.length > 0 };
  countScreening(outcome, film, changes, place, run);
  return outcome;
}

function countScreening(
  { screening, isNew, isChanged }: { screening: NewScreening; isNew: boolean; isChanged: boolean },
  film: Film,
  changes: string[],
  place: Place,
  { report, dryRun }: ImportRun,
): void {
  if (!isNew && !isChanged) return report.count('screenings', 'unchanged');
  const outcome = isNew ? 'new' : 'changed';
  report.count('screenings', outcome);
  if (!dryRun) return undefined;
  const words = `${film.title} (${film.year}) in ${screening.auditoriumId}, ${formatStart(screening.startsAt)}`;
  return report.preview('screenings', outcome, place, isNew ? words : `${words}: ${changes.join(', ')}`);
}
