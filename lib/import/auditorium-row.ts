import { auditoriumIdSchema, type formats, type NewAuditorium } from '../screenings/schema';
import { parseList, cellText } from './cells';
import { Columns, type Row } from './columns';
import { slugOf } from './film-slug';
import { plainLine, plainText } from './plain-text';
import { RowError } from './row-error';
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

/** What a line says of an auditorium; it is silent on what is missing. */
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
