import { type AccessFeature, accessFeatures, formats, type Screening } from '../screenings/schema';
import { cellText, cellWords, Columns, parseList, type Row } from './cells';
import { RowError } from './errors';
import { toTitle } from './film-facts';
import { slugOf } from './film-slug';
import type { FilmName } from './named-film';
import { plainLine } from './plain-text';
import type { DateOrder } from './release-date';
import { readStart } from './screening-time';

type ScreeningColumn =
  | 'slug'
  | 'film'
  | 'year'
  | 'auditorium'
  | 'date'
  | 'time'
  | 'start'
  | 'format'
  | 'features'
  | 'subtitles'
  | 'state'
  | 'was';

/** A screening's facts in a line; undefined says nothing. */
export interface ScreeningRow {
  film: FilmName;
  /** `grand`, made of an id or a name. */
  auditoriumId: string;
  startsAt: Date;
  format: Screening['format'] | undefined;
  subtitles: string | null | undefined;
  features: AccessFeature[] | undefined;
  prices: Screening['prices'] | undefined;
}

/** Our columns but those of prices, each with other names under which tables have it. */
export function screeningColumns(): Columns<ScreeningColumn> {
  return new Columns<ScreeningColumn>({
    slug: ['film slug', 'address', 'film address'],
    film: ['title', 'film title', 'movie', 'movie title', 'name'],
    year: ['release year', 'production year'],
    auditorium: ['screen', 'room', 'hall', 'cinema'],
    date: ['day'],
    time: ['start time', 'clock'],
    start: ['starts', 'starts at', 'date and time', 'datetime'],
    format: ['print'],
    state: ['status'],
    was: ['moved from', 'previous start'],
    features: ['access', 'accessibility'],
    subtitles: ['subtitle', 'subtitle language'],
  });
}

/** Throws `RowError`. */
export function readScreeningRow(
  row: Row<ScreeningColumn>,
  prices: ScreeningRow['prices'],
  order: DateOrder | null,
): ScreeningRow {
  const auditoriumId = slugOf(cellText(row.auditorium) ?? '');
  if (auditoriumId === '') throw new RowError('no auditorium');
  requireRunning(row);
  return {
    film: readFilm(row),
    auditoriumId,
    startsAt: readStart(row, order),
    format: readFormat(row.format),
    subtitles: readSubtitles(row.subtitles),
    features: readFeatures(row.features),
    prices,
  };
}

const RUNNING = new Set(['on', 'ok', 'active', 'planned', 'scheduled', 'confirmed', 'on sale', 'sold out']);

/** An import adds screenings: one that is cancelled or moved is not taken as one that runs, or people would come for nothing. */
function requireRunning(row: Row<ScreeningColumn>): void {
  const [state, was] = [cellText(row.state), cellText(row.was)];
  if (state !== undefined && !RUNNING.has(state.toLowerCase())) {
    throw new RowError('not a screening that runs', `“${state}”; an import cancels nothing`);
  }
  if (was !== undefined)
    throw new RowError('a screening that was moved', `“${was}”; an import moves nothing`);
}

/** A slug, or a title with its year, in a column of its own or after it: `Brazil (1985)`. */
function readFilm(row: Row<ScreeningColumn>): FilmName {
  const slug = cellText(row.slug) ?? null;
  const words = plainLine(cellWords(row.film) ?? '');
  if (words === '' && slug === null) throw new RowError('no film');
  const [, titleWords = words, yearInTitle] = /^(.+?)\s*\((\d{4})\)$/.exec(words) ?? [];
  const yearText = cellText(row.year);
  const year = yearText === undefined ? yearInTitle : /^(\d{4})(?:\.0+)?$/.exec(yearText)?.[1];
  if (yearText !== undefined && year === undefined) {
    throw new RowError('the year of its film cannot be read', `“${yearText}”`);
  }
  if (yearInTitle !== undefined && year !== yearInTitle) {
    throw new RowError('two years for its film', `“${words}” and ${year}`);
  }
  return { slug, words, title: toTitle(titleWords), year: year === undefined ? null : Number(year) };
}

/** Reads a format in several spellings; undefined if the cell is empty. */
export function readFormat(value: unknown): ScreeningRow['format'] {
  const text = cellText(value);
  if (text === undefined) return undefined;
  const plain = text.toLowerCase().replace(/\s+/g, '');
  const format = formats.find((known) => known.replace(' ', '') === plain);
  if (format) return format;
  if (plain === 'dcp') return 'digital';
  throw new RowError('an unknown format', `“${text}”; use ${formats.join(', ')}`);
}

/** Null for an empty cell; undefined if the column does not exist. */
function readSubtitles(value: unknown): string | null | undefined {
  if (value === undefined) return undefined;
  const text = cellText(value);
  return text === undefined || text.toLowerCase() === 'no' ? null : plainLine(text);
}

const OTHER_WORDS: Record<string, AccessFeature> = {
  subtitles: 'subtitled',
  captioned: 'subtitled',
  ad: 'audio-described',
  'audio-description': 'audio-described',
  'relaxed-screening': 'relaxed',
  wheelchair: 'wheelchair',
  'wheelchair-places': 'wheelchair',
};

/** The same. */
function readFeatures(value: unknown): AccessFeature[] | undefined {
  if (value === undefined) return undefined;
  const named = new Set((parseList(value) ?? []).map(readFeature));
  return accessFeatures.filter((feature) => named.has(feature));
}

function readFeature(word: string): AccessFeature {
  const slug = slugOf(word);
  const feature = accessFeatures.find((known) => known === slug) ?? OTHER_WORDS[slug];
  if (feature) return feature;
  throw new RowError('an unknown feature', `“${word}”; use ${accessFeatures.join(', ')}`);
}
