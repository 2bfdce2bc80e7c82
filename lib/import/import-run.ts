import { basename } from 'node:path';
import { RowError } from './errors';
import type { Entry } from './read-json';
import { readRows } from './read-rows';
import type { DateOrder } from './release-date';
import type { ImportReport, Kind, Place, Progress } from './report';

/** What every import is given. */
export interface ImportRun {
  report: ImportReport;
  progress: Progress;
  dryRun: boolean;
  dateOrder: DateOrder | null;
  now: Date;
}

/** A line as what it should be, or why it is refused. Refused ones go along, so that the report has them in the file's order. */
export type RowResult<T> = { place: Place; value: T } | { place: Place; error: RowError };

/** The lines of a table whose columns are known by `isColumn`. Throws `ImportError`. */
export function readTable(
  file: string,
  { progress, report }: ImportRun,
  isColumn: (name: string) => boolean,
): AsyncIterable<Entry<Record<string, unknown>>> {
  return readRows(file, (count) => progress.addBytes(count), {
    isColumn,
    onPassedOver: (lines) =>
      report.note(`${lines === 1 ? 'One line' : `${lines} lines`} above the names of columns passed over.`),
  });
}

/** Reads each line of a file. */
export async function* importRows<A, B>(
  file: string,
  { progress }: ImportRun,
  entries: AsyncIterable<Entry<A>>,
  read: (value: A) => B,
): AsyncGenerator<RowResult<B>> {
  await progress.begin(file);
  for await (const entry of entries) {
    progress.addLine();
    const place = { file: basename(file), line: entry.line };
    if ('value' in entry) yield resultOf(place, () => read(entry.value));
    else yield { place, error: new RowError(entry.reason) };
  }
  progress.clear();
}

function resultOf<T>(place: Place, work: () => T): RowResult<T> {
  try {
    return { place, value: work() };
  } catch (error) {
    if (error instanceof RowError) return { place, error };
    throw error;
  }
}

/** Of a batch, what is looked up for all at once. */
export function takenValues<T>(batch: readonly RowResult<T>[]): T[] {
  return batch.flatMap((row) => ('value' in row ? [row.value] : []));
}

/** What `work` makes of a line; undefined when the line is refused, now or before, which the report then knows. */
export function tryRow<A, B>(
  report: ImportReport,
  kind: Kind,
  row: RowResult<A>,
  work: (value: A) => B,
): B | undefined {
  const result = 'value' in row ? resultOf(row.place, () => work(row.value)) : row;
  if ('value' in result) return result.value;
  report.refuse(kind, row.place, result.error);
  return undefined;
}

/** Gathers up to `size` at a time, so that the database is asked once for all of them. */
export async function* inBatches<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
