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

/** A film with what it shows from now on, as Next keeps it: three queries when it does not. Null for a film that we do not have. */
export const loadFilm = cache(async (slug: string): Promise<{ page: FilmPage; now: Date } | null> => {
  if (!slugSchema.safeParse(slug).success) return null;
  const now = new Date();
  const today = cinemaDay(now);
  const stock = await withPageError('/films/:slug', () =>
    cached(['film', slug, today], [filmTag(slug), PROGRAMME_TAG], () => findFilmSnapshot(slug, today)),
  );
  return stock && { page: omitPast(stock, now), now };
});

/** The first page of what people say about it: two queries when Next does not have it. */
export function loadComments(slug: string): Promise<CommentPage> {
  return withPageError('/films/:slug', () =>
    cached(['comments', slug], [commentsTag(slug)], () => listComments(slug)),
  );
}

/** The slug of the film that had this one before, null for none: one query when Next does not have it. */
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
