import { cache } from 'react';
import { listComments } from '@/lib/comments/listings';
import type { CommentPage } from '@/lib/comments/schema';
import { findFilmSnapshot, omitPast } from '@/lib/films/film-page';
import { findRenamedFilm } from '@/lib/films/films';
import { type FilmPage, slugSchema } from '@/lib/films/schema';
import { cinemaDay } from '@/lib/cinema-time';
import { ProblemError } from '@/lib/problem';
import { cached } from '@/app/_cache/cached';
import { commentsTag, FILMS_TAG, filmTag, PROGRAMME_TAG } from '@/app/_cache/tags';
import { withPageError } from '@/app/_errors/page-error';

type LoadedFilm = { page: FilmPage; now: Date };

/** Loads a film with its upcoming screenings: three queries if it is not cached. Null if it does not exist. */
export const loadFilm = cache((slug: string): Promise<LoadedFilm | null> =>
  withPageError('/films/:slug', () => findCachedFilm(slug)),
);

/** The same for the film's routes. Throws `not-found`. */
export async function getFilmForRoute(slug: string): Promise<FilmPage> {
  const found = await findCachedFilm(slug);
  if (found) return found.page;
  throw new ProblemError('not-found', { detail: 'No film has this address.' });
}

async function findCachedFilm(slug: string): Promise<LoadedFilm | null> {
  if (!slugSchema.safeParse(slug).success) return null;
  const now = new Date();
  const today = cinemaDay(now);
  const tags = [filmTag(slug), PROGRAMME_TAG];
  const snapshot = await cached(['film', slug, today], tags, () => findFilmSnapshot(slug, today));
  return snapshot && { page: omitPast(snapshot, now), now };
}

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
