import { cache } from 'react';
import { listComments } from '@/lib/comments/public-listings';
import type { CommentPage } from '@/lib/comments/schema';
import { findFilmSnapshot, omitPast } from '@/lib/films/film-page';
import { findRenamedFilm } from '@/lib/films/films';
import { type FilmPage, slugSchema } from '@/lib/films/schema';
import { cinemaDay } from '@/lib/cinema-time';
import { cached } from '@/app/_cache/cached';
import { commentsTag, FILMS_TAG, filmTag, PROGRAMME_TAG } from '@/app/_cache/tags';
import { withPageError } from '@/app/_errors/page-error';

/** Loads a film with its upcoming screenings: three queries if it is not cached. Null if it does not exist. */
export const loadFilm = cache(async (slug: string): Promise<{ page: FilmPage; now: Date } | null> => {
  if (!slugSchema.safeParse(slug).success) return null;
  const now = new Date();
  const today = cinemaDay(now);
  const stock = await withPageError('/films/:slug', () =>
    cached(['film', slug, today], [filmTag(slug), PROGRAMME_TAG], () => findFilmSnapshot(slug, today)),
  );
  return stock && { page: omitPast(stock, now), now };
});

/** Loads the first page of its comments: two queries if it is not cached. */
export function loadComments(slug: string): Promise<CommentPage> {
  return withPageError('/films/:slug', () =>
    cached(['comments', slug], [commentsTag(slug)], () => listComments(slug)),
  );
}

/** The current slug of the film that had this one before, or null: one query if it is not cached. */
export const loadNewSlug = cache(async (slug: string): Promise<string | null> => {
  if (!slugSchema.safeParse(slug).success) return null;
  return withPageError('/films/:slug', () =>
    cached(
      ['renamed', slug],
      [filmTag(slug), FILMS_TAG],
      async () => (await findRenamedFilm(slug))?.slug ?? null,
    ),
  );
});
