import { isDeepStrictEqual } from 'node:util';
import { auditoriumsById, ensureAuditoriums } from '../screenings/auditoriums';
import type { Auditorium, NewAuditorium } from '../screenings/schema';
import { type AuditoriumFacts, auditoriumColumns, readAuditoriumRow } from './auditorium-row';
import { inBatches } from './batches';
import { type ImportRun, importRows, readTable, type RowResult, takenValues, tryRow } from './import-run';
import { RowError } from './row-error';
import type { Place } from './report';

const BATCH_SIZE = 100;

/**
 * `import auditoriums FILE`: the cinema's rooms, known by their id. What a line is silent on stays as the cinema has it.
 * @returns the names of columns that are not known
 */
export async function importAuditoriums(file: string, run: ImportRun): Promise<string[]> {
  const columns = auditoriumColumns();
  const rows = readTable(file, run, (name) => columns.has(name));
  const results = importRows(file, run, rows, (record) => readAuditoriumRow(columns.row(record)));
  const met = new Map<string, number>();
  for await (const batch of inBatches(results, BATCH_SIZE)) await importBatch(batch, met, run);
  return columns.unknown;
}

async function importBatch(
  batch: RowResult<AuditoriumFacts>[],
  met: Map<string, number>,
  run: ImportRun,
): Promise<void> {
  const stored = await auditoriumsById(takenValues(batch).map(({ id }) => id));
  const written: NewAuditorium[] = [];
  for (const row of batch) {
    const { place } = row;
    tryRow(run.report, 'auditoriums', row, (value) => {
      const earlier = met.get(value.id);
      if (earlier) throw new RowError('an earlier line has this auditorium', `line ${earlier}`);
      const before = stored.get(value.id);
      const auditorium = mergeAuditorium(value, before);
      met.set(value.id, place.line);
      if (countAuditorium(auditorium, before, place, run)) written.push(auditorium);
    });
  }
  if (!run.dryRun) await ensureAuditoriums(written);
}

/** What the cinema has takes the new facts and keeps what the line is silent on. Throws `RowError`. */
export function mergeAuditorium(facts: AuditoriumFacts, stored: Auditorium | undefined): NewAuditorium {
  if (stored) return { ...stored, ...facts };
  const { seatCount, access } = facts;
  if (seatCount === undefined) throw new RowError('no number of seats');
  if (access === undefined) throw new RowError('no words on how to get in');
  return { ...facts, seatCount, access };
}

/** Counts it as new, changed or unchanged. @returns whether it is to be written */
function countAuditorium(
  auditorium: NewAuditorium,
  before: Auditorium | undefined,
  place: Place,
  { report, dryRun }: ImportRun,
): boolean {
  const changed = Object.entries(auditorium)
    .filter(([fact, value]) => !isDeepStrictEqual(value, before?.[fact as keyof Auditorium]))
    .map(([fact]) => fact);
  if (changed.length === 0) {
    report.count('auditoriums', 'unchanged');
    return false;
  }
  const outcome = before ? 'changed' : 'new';
  report.count('auditoriums', outcome);
  const name = `${auditorium.name} as ${auditorium.id}`;
  if (dryRun) report.preview('auditoriums', outcome, place, before ? `${name}: ${changed.join(', ')}` : name);
  return true;
}
