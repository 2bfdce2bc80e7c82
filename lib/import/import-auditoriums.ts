import { isDeepStrictEqual } from 'node:util';
import { auditoriumsById, ensureAuditoriums } from '../screenings/auditoriums';
import { type Auditorium, auditoriumIdSchema, type formats, type NewAuditorium } from '../screenings/schema';
import { cellText, Columns, parseList, type Row } from './cells';
import { RowError } from './errors';
import { slugOf } from './film-slug';
import {
  importRows,
  type ImportRun,
  inBatches,
  readTable,
  type RowResult,
  takenValues,
  tryRow,
} from './import-run';
import { plainLine, plainText } from './plain-text';
import type { Place } from './report';
import { readFormat } from './screening-row';

type AuditoriumColumn =
  | 'id'
  | 'name'
  | 'seatCount'
  | 'access'
  | 'wayIn'
  | 'wheelchairPlaces'
  | 'hearingLoop'
  | 'formats'
  | 'offers';

/** An auditorium's facts in a line; what is missing says nothing. */
export type AuditoriumFacts = Pick<NewAuditorium, 'id' | 'name'> & Partial<NewAuditorium>;

/** Our columns, each with other names under which tables have it. */
export function auditoriumColumns(): Columns<AuditoriumColumn> {
  return new Columns<AuditoriumColumn>({
    id: ['address'],
    name: ['auditorium', 'screen', 'room', 'hall'],
    seatCount: ['seats', 'capacity'],
    access: ['how to get in'],
    wayIn: ['way'],
    wheelchairPlaces: ['wheelchairs', 'wheelchair'],
    hearingLoop: ['loop'],
    formats: ['format', 'prints'],
    offers: ['offer', 'what else'],
  });
}

/** The id is made of the name where there is none. Throws `RowError`. */
export function readAuditoriumRow(row: Row<AuditoriumColumn>): AuditoriumFacts {
  const name = plainLine(cellText(row.name) ?? '');
  if (name === '') throw new RowError('no name');
  const id = cellText(row.id) ?? slugOf(name);
  if (!auditoriumIdSchema.safeParse(id).success) {
    throw new RowError('its id is none', 'small letters, digits and hyphens, 60 at most');
  }
  const [access, wayIn, hearingLoop] = [row.access, row.wayIn, row.hearingLoop].map(cellText);
  const facts = {
    seatCount: readCount(row.seatCount, 1),
    access: access && plainLine(access),
    wayIn: wayIn && plainText(wayIn),
    wheelchairPlaces: readCount(row.wheelchairPlaces, 0),
    hearingLoop: hearingLoop && plainLine(hearingLoop),
    formats: readFormats(row.formats),
    offers: parseList(row.offers),
  };
  const said = Object.entries(facts).filter(([, value]) => value !== undefined);
  return { id, name, ...(Object.fromEntries(said) as Partial<NewAuditorium>) };
}

function readCount(value: unknown, least: number): number | undefined {
  const text = cellText(value);
  if (text === undefined) return undefined;
  const count = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (count >= least) return count;
  throw new RowError('a number that cannot be right', `“${text}”`);
}

/** In the order of `formats` of the table: the best first. */
function readFormats(value: unknown): (typeof formats)[number][] | undefined {
  return parseList(value)?.flatMap((word) => readFormat(word) ?? []);
}

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

/** Merges new facts into an existing auditorium; what the line does not mention stays. Throws `RowError`. */
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
