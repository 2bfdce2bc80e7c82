import { toInstant } from '../cinema-time';
import { listStarts } from '../screenings/screenings';
import { type FilmListItem, toListItem } from './film-lists';
import { listFilmsWith } from './films';
import { personSlug } from './person-slug';

/** Somebody who made or plays in films that the cinema knows. */
export interface Person {
  slug: string;
  /** As most of the films spell it, the newer one of two. */
  name: string;
  /** Newest first. */
  directed: FilmListItem[];
  played: FilmListItem[];
}

/** More than anybody made; a bound, so that no page grows without one. */
const FILMS_MAX = 200;

/** Who is behind an address, with their films here; null when nobody is. `today` is the cinema's. Two queries. */
export async function findPerson(slug: string, today: string): Promise<Person | null> {
  const films = await listFilmsWith(slug, FILMS_MAX);
  if (films.length === 0) return null;
  const starts = await listStarts(
    toInstant(today),
    films.map((film) => film.slug),
  );
  const listed = toListItem(films, starts);
  const isNamed = (names: readonly string[]) => names.some((name) => personSlug(name) === slug);
  return {
    slug,
    name: usualName(
      slug,
      films.flatMap(({ directors, cast }) => [...directors, ...cast]),
    ),
    directed: listed.filter(({ film }) => isNamed(film.directors)),
    played: listed.filter(({ film }) => isNamed(film.cast)),
  };
}

/** `names` of newer films come first, and win a tie. */
function usualName(slug: string, names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) {
    if (personSlug(name) === slug) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [usual] = [...counts].toSorted(([, a], [, b]) => b - a);
  return usual?.[0] ?? slug;
}
