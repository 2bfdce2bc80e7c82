import { cinemaDay, toInstant } from '../cinema-time';
import { listScreeningsOfFilm } from '../screenings/screenings';
import { withSeatsLeft } from '../orders/availability';
import { findFilm, findRenamedFilm, noFilm } from './films';
import type { Film, FilmPage } from './schema';

/**
 * A film and its screenings from now on, by its slug or one that it had before. Four queries, two at once; for a former
 * slug seven, four at once. Throws `not-found` (404).
 */
export async function getFilmPage(slug: string, now: Date): Promise<FilmPage> {
  const today = cinemaDay(now);
  const snapshot = (await findFilmSnapshot(slug, today)) ?? (await findRenamedSnapshot(slug, today));
  if (snapshot) return omitPast(snapshot, now);
  throw noFilm();
}

/** What is stored of a film and its screenings from the start of `today` on: the same at every hour of that day. */
export async function findFilmSnapshot(slug: string, today: string): Promise<FilmPage | null> {
  const [film, screenings] = await Promise.all([findFilm(slug), screeningsOf(slug, today)]);
  return film && { film, screenings };
}

async function findRenamedSnapshot(slug: string, today: string): Promise<FilmPage | null> {
  const film = await findRenamedFilm(slug);
  return film && { film, screenings: await screeningsOf(film.slug, today) };
}

async function screeningsOf(slug: Film['slug'], today: string): Promise<FilmPage['screenings']> {
  const found = await listScreeningsOfFilm(slug, toInstant(today));
  return (await withSeatsLeft(found.map((screening) => ({ screening })))).map(({ screening }) => screening);
}

export function omitPast({ film, screenings }: FilmPage, now: Date): FilmPage {
  return { film, screenings: screenings.filter(({ startsAt }) => new Date(startsAt) > now) };
}
