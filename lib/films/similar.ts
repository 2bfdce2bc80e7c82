import { toInstant } from '../house-time';
import { listStarts } from '../screenings/screenings';
import { filmsBySlug, listFilmsOfGenre, listFilmsWithAny } from './films';
import { type FilmListItem, toListItem } from './film-lists';
import { personSlugs } from './person-slug';
import type { Film } from './schema';
import { nearestFilms } from './similarity';

const SHOWN = 4;
/** Of films that are not on, so many are looked at by director and by genre. */
const LOOKED_AT = 40;
const GENRE_YEARS = 8;

/**
 * Films like this one, by genre and director; what is on comes before what is not. `today` is the house's. Four queries,
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
