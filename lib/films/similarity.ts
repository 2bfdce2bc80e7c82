import { personSlug } from './person-slug';
import type { Film } from './schema';

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
