import { isDeepStrictEqual } from 'node:util';
import { personSlug } from '../films/person-slug';
import type { Film, NewFilm } from '../films/schema';
import { RowError } from './errors';

/** A film's facts in a file; what is missing says nothing. */
export type FilmFacts = Pick<Film, 'title' | 'year'> &
  Partial<
    Pick<
      Film,
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
      | 'trailer'
    >
  >;

const FIRST_FILM_YEAR = 1888;
const YEARS_AHEAD = 10;
const RUNTIME_MAX_MINUTES = 24 * 60;

/** Refuses a year in which no film can be from. */
export function requireFilmYear(year: number, now: Date): number {
  const last = now.getUTCFullYear() + YEARS_AHEAD;
  if (Number.isInteger(year) && year >= FIRST_FILM_YEAR && year <= last) return year;
  throw new RowError('its year cannot be right', `${year} is not from ${FIRST_FILM_YEAR} to ${last}`);
}

export function requireRuntime(minutes: number): number {
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= RUNTIME_MAX_MINUTES) return minutes;
  throw new RowError('its running time cannot be right', `${minutes} minutes`);
}

/** Merges new facts into an existing film; what the file does not mention stays. */
export function mergeFilm(slug: string, facts: FilmFacts, stored: Film | undefined): NewFilm {
  if (stored) return { ...stored, ...facts };
  if (facts.runtimeMinutes === undefined) throw new RowError('no running time');
  return {
    slug,
    releaseDate: null,
    directors: [],
    cast: [],
    genres: [],
    countries: [],
    languages: [],
    certificate: null,
    synopsis: '',
    ...facts,
    runtimeMinutes: facts.runtimeMinutes,
  };
}

/** The names of the facts that differ. */
export function differences(before: Film, after: NewFilm): string[] {
  return Object.entries(after)
    .filter(([name, value]) => !isDeepStrictEqual(value, before[name as keyof Film]))
    .map(([name]) => name);
}

/** Title and year agree, and no director is named on both sides without one in common. */
export function isSameFilm(one: FilmFacts, other: FilmFacts): boolean {
  if (one.year !== other.year || personSlug(one.title) !== personSlug(other.title)) return false;
  const [names, others] = [one, other].map(({ directors = [] }) => directors.map(personSlug));
  if (!names?.length || !others?.length) return true;
  return names.some((name) => others.includes(name));
}

/** Other names of genres, mapped to ours. */
const GENRES: Record<string, string> = {
  'sci-fi': 'Science Fiction',
  scifi: 'Science Fiction',
  'science fiction': 'Science Fiction',
  'science-fiction': 'Science Fiction',
  'film-noir': 'Noir',
  'film noir': 'Noir',
  animation: 'Animated',
  history: 'Historical',
  sport: 'Sports',
  'martial-arts': 'Martial Arts',
};

const COUNTRIES: Record<string, string> = {
  usa: 'United States',
  'u.s.a.': 'United States',
  us: 'United States',
  'united states of america': 'United States',
  uk: 'United Kingdom',
  'u.k.': 'United Kingdom',
  'great britain': 'United Kingdom',
  ussr: 'Soviet Union',
  'federal republic of germany': 'West Germany',
  'republic of ireland': 'Ireland',
};

export function toGenres(words: readonly string[]): string[] {
  return translated(words, GENRES);
}

export function toCountries(words: readonly string[]): string[] {
  return translated(words, COUNTRIES);
}

/** `Shining, The` as tables sort it, and as people say it. */
export function toTitle(words: string): string {
  return words.replace(/^(.+), (The|An|A)$/, '$2 $1');
}

function translated(words: readonly string[], names: Record<string, string>): string[] {
  return [...new Set(words.map((word) => names[word.toLowerCase()] ?? word))];
}
