import { houseDay, houseInstant } from '../house-time';
import { ProblemError } from '../problem';
import { listScreeningsOfFilm } from '../screenings/screenings';
import { findFilm } from './films';
import type { FilmPage } from './schema';

/** A film and its screenings from now on. Three queries, two at once. Throws `not-found` (404). */
export async function getFilmPage(slug: string, now: Date): Promise<FilmPage> {
  const stock = await findFilmStock(slug, houseDay(now));
  if (stock) return withoutBegun(stock, now);
  const detail = 'No film has this address. It may have been renamed: look in the programme.';
  throw new ProblemError('not-found', { detail });
}

/** What is stored of a film and its screenings from the start of `today` on: the same at every hour of that day. */
export async function findFilmStock(slug: string, today: string): Promise<FilmPage | null> {
  const [film, screenings] = await Promise.all([
    findFilm(slug),
    listScreeningsOfFilm(slug, houseInstant(today)),
  ]);
  return film && { film, screenings };
}

export function withoutBegun({ film, screenings }: FilmPage, now: Date): FilmPage {
  return { film, screenings: screenings.filter(({ startsAt }) => new Date(startsAt) > now) };
}
