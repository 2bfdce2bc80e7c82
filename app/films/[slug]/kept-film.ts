import { cache } from 'react';
import { listComments } from '@/lib/comments/comment-page';
import type { CommentPage } from '@/lib/comments/schema';
import { findFilmStock, withoutBegun } from '@/lib/films/film-page';
import { findRenamedFilm } from '@/lib/films/films';
import { type FilmPage, slugSchema } from '@/lib/films/schema';
import { houseDay } from '@/lib/house-time';
import { cached } from '../../cache/cached';
import { commentsTag, FILMS_TAG, filmTag, PROGRAMME_TAG } from '../../cache/tags';
import { orPageError } from '../../page-error';

/** A film with what it shows from now on, as Next keeps it: three queries when it does not. Null for a film that we do not have. */
export const keptFilm = cache(async (slug: string): Promise<{ page: FilmPage; now: Date } | null> => {
  if (!slugSchema.safeParse(slug).success) return null;
  const now = new Date();
  const today = houseDay(now);
  const stock = await orPageError('/films/:slug', () =>
    cached(['film', slug, today], [filmTag(slug), PROGRAMME_TAG], () => findFilmStock(slug, today)),
  );
  return stock && { page: withoutBegun(stock, now), now };
});

/** The first page of what people say about it: two queries when Next does not have it. */
export function keptComments(slug: string): Promise<CommentPage> {
  return orPageError('/films/:slug', () =>
    cached(['comments', slug], [commentsTag(slug)], () => listComments(slug)),
  );
}

/** The slug of the film that had this one before, null for none: one query when Next does not have it. */
export const keptNewSlug = cache(async (slug: string): Promise<string | null> => {
  if (!slugSchema.safeParse(slug).success) return null;
  return orPageError('/films/:slug', () =>
    cached(
      ['renamed', slug],
      [filmTag(slug), FILMS_TAG],
      async () => (await findRenamedFilm(slug))?.slug ?? null,
    ),
  );
});
