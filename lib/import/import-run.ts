import { basename } from 'node:path';
import type { Progress } from './progress';
import { type Entry } from './read-json';
import { RowError } from './refused-line';
import type { DateOrder } from './release-date';
import type { ImportReport, Kind, Place } from './report';

/** What every import is given. */
export interface ImportRun {
  report: ImportReport;
  progress: Progress;
  dryRun: boolean;
  dateOrder: DateOrder | null;
  now: Date;
}

/** A line that was taken as what it should be. */
export interface Taken<T> {
  place: Place;
  value: T;
}

/** Reads each line of a file; what `read` refuses, or what could not be read at all, goes to the report. */
export async function* importRows<A, B>(
  file: string,
  kind: Kind,
  { report, progress }: ImportRun,
  entries: AsyncIterable<Entry<A>>,
  read: (value: A) => B,
): AsyncGenerator<Taken<B>> {
  await progress.begin(file);
  for await (const entry of entries) {
    progress.addLine();
    const place = { file: basename(file), line: entry.line };
    if ('value' in entry) {
      const value = attempt(report, kind, place, () => read(entry.value));
      if (value !== undefined) yield { place, value };
    } else {
      report.refuse(kind, place, new RowError(entry.reason));
    }
  }
  progress.clear();
}

/** What `work` gives; undefined when it refuses the line, which the report then knows. */
export function attempt<T>(report: ImportReport, kind: Kind, place: Place, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    report.refuse(kind, place, error);
    return undefined;
  }
}
