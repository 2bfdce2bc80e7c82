import { toInstant } from '../cinema-time';
import { listStarts } from '../screenings/screenings';
import { type FilmListItem, toListItem } from './film-lists';
import { filmsBySlug, listFilmsOfGenre, listFilmsWithAny } from './films';
import { personSlug, personSlugs } from './person-slug';
import type { Film } from './schema';

const SHOWN = 4;
/** Of films that are not on, so many are looked at by director and by genre. */
const LOOKED_AT = 40;
const GENRE_YEARS = 8;

/**
 * Films like this one, by genre and director; what is on comes before what is not. `today` is the cinema's. Four queries,
 * three at once, whatever the number of films.
 */
export async function findSimilarFilms(film: Film, today: string): Promise<FilmListItem[]> {
  const starts = await listStarts(toInstant(today));
  const [genre] = film.genres;
  const found = await Promise.all([
    filmsBySlug([...starts.keys()]).then((films) => [...films.values()]),
    listFilmsWithAny(personSlugs(film.directors), LOOKED_AT),
    genre ? listFilmsOfGenre(genre, film.year - GENRE_YEARS, film.year + GENRE_YEARS, LOOKED_AT) : [],
  ]);
  return toListItem(nearestFilms(film, found.flat(), new Set(starts.keys()), SHOWN), starts);
}

type Traits = Pick<Film, 'slug' | 'year' | 'directors' | 'genres'>;

const DIRECTOR = 4;
const GENRES = 4;
/** A film that can be seen now, before one that is as near. */
const CURRENT = 2;
const YEARS = 1;

/**
 * The films nearest to this one, without it: by directors, then by the share of genres in common, films that are on
 * before others, and films of its years. What shares neither a director nor a genre is not near. Ties go by slug, so
 * the same films are always in the same order.
 */
export function nearestFilms<T extends Traits>(
  film: Traits,
  candidates: readonly T[],
  current: ReadonlySet<string>,
  count: number,
): T[] {
  const others = new Map(candidates.map((candidate) => [candidate.slug, candidate]));
  others.delete(film.slug);
  return [...others.values()]
    .map((candidate) => ({ candidate, nearness: nearness(film, candidate, current) }))
    .filter(({ nearness: value }) => value > 0)
    .toSorted((a, b) => b.nearness - a.nearness || (a.candidate.slug < b.candidate.slug ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

function nearness(film: Traits, other: Traits, current: ReadonlySet<string>): number {
  const directors = shared(film.directors.map(personSlug), other.directors.map(personSlug));
  const genres = shared(film.genres.map(folded), other.genres.map(folded));
  if (directors.both === 0 && genres.both === 0) return 0;
  const years = YEARS / (1 + Math.abs(film.year - other.year) / 10);
  const isOn = current.has(other.slug) ? CURRENT : 0;
  return Math.min(directors.both, 1) * DIRECTOR + (genres.both / genres.either) * GENRES + isOn + years;
}

function folded(word: string): string {
  return word.toLowerCase();
}

function shared(a: readonly string[], b: readonly string[]): { both: number; either: number } {
  const [left, right] = [new Set(a), new Set(b)];
  const both = [...left].filter((word) => right.has(word)).length;
  return { both, either: Math.max(1, left.size + right.size - both) };
}
