import { cinema } from '../cinema';
import { slugSchema } from '../films/schema';
import { readTrailer } from '../films/trailer';
import { parseList, cellText, cellWords } from './cells';
import { Columns, type Row } from './columns';
import { type FilmFacts, requireFilmYear, requireRuntime } from './film-facts';
import { toCountries, toGenres, toTitle } from './film-words';
import { plainLine, plainText } from './plain-text';
import { RowError } from './refused-line';
import { type DateOrder, readReleaseDate } from './release-date';

export type FilmColumn =
  | 'slug'
  | 'title'
  | 'year'
  | 'releaseDate'
  | 'runtimeMinutes'
  | 'directors'
  | 'cast'
  | 'genres'
  | 'countries'
  | 'languages'
  | 'certificate'
  | 'synopsis'
  | 'contentNotes'
  | 'trailer';

/** Our columns, each with other names under which tables have it. */
export function filmColumns(): Columns<FilmColumn> {
  return new Columns<FilmColumn>({
    slug: ['address'],
    title: ['film', 'film title', 'movie title', 'name'],
    year: ['release year', 'production year'],
    releaseDate: ['released', 'release', 'date'],
    runtimeMinutes: ['runtime', 'running time', 'running time min', 'minutes', 'duration', 'length'],
    directors: ['director', 'directed by'],
    cast: ['actors', 'starring', 'stars'],
    genres: ['genre', 'major genre'],
    countries: ['country'],
    languages: ['language'],
    certificate: ['age label'],
    synopsis: ['plot', 'description', 'summary'],
    contentNotes: ['notes', 'content warnings', 'warnings'],
    trailer: ['trailer address'],
  });
}

/** A line of a table of films; `slug` where the file names one. Throws `RowError`. */
export function readFilmRow(
  row: Row<FilmColumn>,
  now: Date,
  order: DateOrder | null,
): { slug: string | undefined; facts: FilmFacts } {
  const title = toTitle(plainLine(cellWords(row.title) ?? ''));
  if (title === '') throw new RowError('no title');
  const synopsis = cellText(row.synopsis);
  const genres = parseList(row.genres);
  const countries = parseList(row.countries);
  const facts = {
    title,
    ...readTime(row, now, order),
    runtimeMinutes: readRuntime(row.runtimeMinutes),
    directors: parseList(row.directors),
    cast: parseList(row.cast),
    genres: genres && toGenres(genres),
    countries: countries && toCountries(countries),
    languages: parseList(row.languages),
    certificate: readCertificate(row.certificate),
    synopsis: synopsis && plainText(synopsis),
    contentNotes: parseList(row.contentNotes),
    trailer: readTrailerCell(row.trailer),
  };
  return { slug: readSlug(row.slug), facts: withoutGaps(facts) };
}

/** The year of its own column, else of the release date. */
function readTime(
  row: Row<FilmColumn>,
  now: Date,
  order: DateOrder | null,
): Pick<FilmFacts, 'year' | 'releaseDate'> {
  const [yearText, dateText] = [cellText(row.year), cellText(row.releaseDate)];
  const released = dateText === undefined ? undefined : readReleaseDate(dateText, order);
  const year = yearText === undefined ? released?.year : Number(/^(\d{4})(?:\.0+)?$/.exec(yearText)?.[1]);
  if (year === undefined) throw new RowError('no year', 'neither a year nor a release date');
  if (Number.isNaN(year)) throw new RowError('its year cannot be right', `“${yearText}”`);
  requireFilmYear(year, now);
  return released?.date ? { year, releaseDate: released.date } : { year };
}

/** `118`, `118 min`, `1h 58m`, `1:58`. */
function readRuntime(value: unknown): number | undefined {
  const text = cellText(value);
  if (text === undefined) return undefined;
  const minutes = /^(\d{1,4})(?:\.0+)?\s*(?:m|min|mins|minutes|['′])?\.?$/i.exec(text);
  if (minutes) return requireRuntime(Number(minutes[1]));
  const hours = /^(\d{1,2})\s*(?:h|hr|hrs|hours?|:)\s*(?:(\d{1,2})\s*(?:m|min|mins|minutes)?\.?)?$/i.exec(
    text,
  );
  if (hours) return requireRuntime(Number(hours[1]) * 60 + Number(hours[2] ?? 0));
  throw new RowError('its running time cannot be right', `“${text}”`);
}

/** The house has labels of its own: another scheme's would say something else than it means. */
function readCertificate(value: unknown): FilmFacts['certificate'] | undefined {
  const text = cellText(value);
  if (text === undefined) return undefined;
  const label = cinema.certificates.find((known) => known.toLowerCase() === text.toLowerCase());
  if (label) return label;
  throw new RowError(
    'an age label that is not the house’s',
    `“${text}”; use ${cinema.certificates.join(', ')}`,
  );
}

function readTrailerCell(value: unknown): string | undefined {
  const text = cellText(value);
  if (text === undefined || readTrailer(text)) return text;
  throw new RowError(
    'a trailer that cannot be shown',
    'a file in public/trailers, or an address at YouTube or Vimeo',
  );
}

function readSlug(value: unknown): string | undefined {
  const text = cellText(value);
  if (text === undefined || slugSchema.safeParse(text).success) return text;
  throw new RowError('its slug is none', 'small letters, digits and hyphens, 120 at most');
}

/** What the file is silent on is left out, and so leaves alone what the house has. */
function withoutGaps(facts: { [Name in keyof FilmFacts]: FilmFacts[Name] | undefined }): FilmFacts {
  const said = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as FilmFacts;
}
