import {
  type FilmListSnapshot,
  type FilmListTab,
  findFilmList,
  type FilmListItem,
} from '@/lib/films/film-lists';
import type { Film } from '@/lib/films/schema';
import { findSimilarFilms } from '@/lib/films/similar';
import { cached } from '@/app/_cache/cached';
import { FILMS_TAG, filmTag, PROGRAMME_TAG } from '@/app/_cache/tags';
import { withPageError } from '@/app/_errors/page-error';

/** A page of a tab: five queries at most when Next does not have it. */
export function loadFilmList(tab: FilmListTab, page: number, today: string): Promise<FilmListSnapshot> {
  return withPageError('/films', () =>
    cached(['films', tab, String(page), today], [FILMS_TAG, PROGRAMME_TAG], () =>
      findFilmList(tab, page, today),
    ),
  );
}

/** Films like this one: four queries when Next does not have them. */
export function loadSimilarFilms(film: Film, today: string): Promise<FilmListItem[]> {
  return withPageError('/films/:slug', () =>
    cached(['similar', film.slug, today], [filmTag(film.slug), FILMS_TAG, PROGRAMME_TAG], () =>
      findSimilarFilms(film, today),
    ),
  );
}
