import { filmsByAnySlug, findFilmsByTitle } from '../films/films';
import { titleKey } from '../films/search-terms';
import type { Film } from '../films/schema';
import { RowError } from './errors';

/** How a line of a table names its film. */
export interface FilmName {
  /** An address; null where the table has no column for it, or the cell is empty. */
  slug: string | null;
  /** As written: a title, or an address. */
  words: string;
  title: string;
  year: number | null;
}

export interface KnownFilms {
  bySlug: ReadonlyMap<string, Film>;
  byTitle: ReadonlyMap<string, readonly Film[]>;
}

/** What the cinema has of the films that lines name, for `requireNamedFilm`. Three queries at most. */
export async function findNamedFilms(names: readonly FilmName[]): Promise<KnownFilms> {
  const [bySlug, byTitle] = await Promise.all([
    filmsByAnySlug(names.flatMap(({ slug, words }) => [slug ?? words])),
    findFilmsByTitle(names.filter(({ slug }) => slug === null).map(({ title }) => title)),
  ]);
  return { bySlug, byTitle };
}

/**
 * The one film that a line names: by its address, which names one, else by its title, with the year where it is told. Titles
 * that differ in case, accents or their article alone are not told apart: the line is refused with the addresses of all.
 * Throws `RowError`.
 */
export function requireNamedFilm({ slug, words, title, year }: FilmName, known: KnownFilms): Film {
  const addressed = known.bySlug.get(slug ?? words);
  if (addressed && (year === null || addressed.year === year)) return addressed;
  if (slug !== null) throw new RowError('its film is not here', notAt(slug, addressed, year));
  const named = (known.byTitle.get(titleKey(title)) ?? []).filter(
    (film) => year === null || film.year === year,
  );
  const [film, ...others] = named;
  if (film && others.length === 0) return film;
  if (!film) throw new RowError('its film is not here', notCalled(title, year, known));
  const addresses = named.map((each) => each.slug).join(', ');
  throw new RowError('its title names several films', `use one of ${addresses}`);
}

function notAt(slug: string, addressed: Film | undefined, year: number | null): string {
  return addressed ? `${slug} is from ${addressed.year}, not ${year}` : `no film has the address “${slug}”`;
}

function notCalled(title: string, year: number | null, known: KnownFilms): string {
  if (year === null) return `“${title}”; add its year, or use its slug`;
  const ofOtherYears = (known.byTitle.get(titleKey(title)) ?? []).map((film) => film.slug);
  const others = ofOtherYears.length > 0 ? `; of other years there are ${ofOtherYears.join(', ')}` : '';
  return `“${title}” (${year})${others}`;
}
