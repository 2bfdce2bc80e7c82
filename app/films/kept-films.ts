import { type FilmListStock, type FilmShelf, findFilmList, type ListedFilm } from '@/lib/films/film-lists';
import type { Film } from '@/lib/films/schema';
import { findSimilarFilms } from '@/lib/films/similar';
import { cached } from '../cache/cached';
import { FILMS_TAG, filmTag, PROGRAMME_TAG } from '../cache/tags';
import { orPageError } from '../page-error';

/** A page of a shelf: five queries at most when Next does not have it. */
export function keptFilmList(shelf: FilmShelf, page: number, today: string): Promise<FilmListStock> {
  return orPageError('/films', () =>
    cached(['films', shelf, String(page), today], [FILMS_TAG, PROGRAMME_TAG], () =>
      findFilmList(shelf, page, today),
    ),
  );
}

/** Films like this one: four queries when Next does not have them. */
export function keptSimilarFilms(film: Film, today: string): Promise<ListedFilm[]> {
  return orPageError('/films/:slug', () =>
    cached(['similar', film.slug, today], [filmTag(film.slug), FILMS_TAG, PROGRAMME_TAG], () =>
      findSimilarFilms(film, today),
    ),
  );
}
