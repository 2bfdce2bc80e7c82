import { listUpcomingScreenings } from '../screenings/screenings';
import { getFilm } from './films';
import type { FilmPage } from './schema';

/** A film and its screenings from now on. Three queries, two at once. Throws `not-found` (404). */
export async function getFilmPage(slug: string, now: Date): Promise<FilmPage> {
  const [film, screenings] = await Promise.all([getFilm(slug), listUpcomingScreenings(slug, now)]);
  return { film, screenings };
}
