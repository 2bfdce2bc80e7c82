import { existsSync } from 'node:fs';
import { cinema } from '../cinema';
import { pictureSchema, slugSchema } from '../films/schema';
import { readTrailer } from '../films/trailer';
import { cellText, cellWords, Columns, parseList, type Row } from './cells';
import { RowError } from './errors';
import {
  type FilmFacts,
  requireFilmYear,
  requireRuntime,
  toCountries,
  toGenres,
  toTitle,
} from './film-facts';
import { plainLine, plainText } from './plain-text';
import { type DateOrder, readReleaseDate } from './release-date';

const TITLE_MAX_LETTERS = 300;
const SYNOPSIS_MAX_LETTERS = 5_000;

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
  | 'picture'
  | 'pictureAlt'
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
    picture: ['picture file'],
    pictureAlt: ['picture text', 'picture words'],
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
  if (title.length > TITLE_MAX_LETTERS) {
    throw new RowError('its title is too long', `${TITLE_MAX_LETTERS} letters at most`);
  }
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
    synopsis: synopsis && readSynopsis(synopsis),
    contentNotes: parseList(row.contentNotes),
    picture: readPicture(row),
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

function readSynopsis(html: string): string {
  const text = plainText(html);
  if (text.length <= SYNOPSIS_MAX_LETTERS) return text;
  throw new RowError(
    'its synopsis is too long',
    `${SYNOPSIS_MAX_LETTERS.toLocaleString('en')} letters at most`,
  );
}

/** Of minutes alone, of hours and minutes, of ISO 8601; the groups are hours, minutes, seconds. */
const RUNTIMES = [
  /^()(\d{1,4})(?:\.0+)?\s*(?:m|mn|min|mins|minutes|minuten|['′’])?\.?()$/i,
  /^(\d{1,2})\s*(?:h|hr|hrs|hours?|std|:)\s*(?:(\d{1,2})\s*(?:m|mn|min|mins|minutes|['′’])?\.?)?()$/i,
  /^(\d{1,2}):(\d{2}):(\d{2})$/,
  /^PT(?:(\d{1,2})H)?(?:(\d{1,4})M)?(?:(\d{1,5})S)?$/i,
];

/** `118`, `118 min`, `118′`, `1h 58m`, `1:58`, `1:58:00` as spreadsheets save it, `PT1H58M`; seconds are rounded. */
function readRuntime(value: unknown): number | undefined {
  const text = cellText(value);
  if (text === undefined) return undefined;
  for (const form of RUNTIMES) {
    const [, hours, minutes, seconds] = form.exec(text) ?? [];
    if (!hours && !minutes && !seconds) continue;
    return requireRuntime(
      Number(hours || 0) * 60 + Number(minutes || 0) + Math.round(Number(seconds || 0) / 60),
    );
  }
  throw new RowError('its running time cannot be right', `“${text}”`);
}

/** The cinema has labels of its own: another scheme's would say something else than it means. */
function readCertificate(value: unknown): FilmFacts['certificate'] | undefined {
  const text = cellText(value);
  if (text === undefined) return undefined;
  const label = cinema.certificates.find((known) => known.toLowerCase() === text.toLowerCase());
  if (label) return label;
  throw new RowError(
    'an age label that is not in the list',
    `“${text}”; use ${cinema.certificates.join(', ')}`,
  );
}

function readTrailerCell(value: unknown): string | undefined {
  const text = cellText(value);
  if (text === undefined) return undefined;
  const trailer = readTrailer(text);
  if (trailer?.kind === 'file') requireFile('trailers', text);
  if (trailer) return text;
  throw new RowError(
    'a trailer that cannot be shown',
    'a file in public/trailers, or an address at YouTube or Vimeo',
  );
}

/** Checks the folder that the site is built from; whoever imports from a clone needs the same files. */
function requireFile(folder: 'pictures' | 'trailers', name: string): void {
  if (existsSync(new URL(`../../public/${folder}/${name}`, import.meta.url))) return;
  throw new RowError('a file that is not there', `public/${folder}/${name}`);
}

function readPicture(row: Row<FilmColumn>): FilmFacts['picture'] | undefined {
  const [file, alt] = [cellText(row.picture), cellText(row.pictureAlt)];
  if (file === undefined) return undefined;
  const picture = pictureSchema.safeParse({ file, alt: plainLine(alt ?? '') });
  if (picture.success) {
    requireFile('pictures', file);
    return picture.data;
  }
  if (alt === undefined)
    throw new RowError('a picture without words', 'say what it shows in the column picture alt');
  throw new RowError(
    'a picture that cannot be shown',
    `“${file}”; small letters, digits and hyphens, as avif, jpg, png, svg or webp`,
  );
}

function readSlug(value: unknown): string | undefined {
  const text = cellText(value);
  if (text === undefined || slugSchema.safeParse(text).success) return text;
  throw new RowError('its slug is none', 'small letters, digits and hyphens, 120 at most');
}

/** What the file is silent on is left out, and so leaves alone what the cinema has. */
function withoutGaps(facts: { [Name in keyof FilmFacts]: FilmFacts[Name] | undefined }): FilmFacts {
  const said = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as FilmFacts;
}
