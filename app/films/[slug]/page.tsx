import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { listComments } from '@/lib/comments/comment-page';
import { getFilmPage } from '@/lib/films/film-page';
import { type FilmPage, slugSchema } from '@/lib/films/schema';
import { houseDay } from '@/lib/house-time';
import { ProblemError } from '@/lib/problem';
import { orPageError } from '../../page-error';
import { Poster } from '../../posters/poster';
import { requestTime } from '../../request-time';
import { FactsList } from './facts-list';
import { FilmHead } from './film-head';
import { LaterScreenings } from './later-screenings';
import { NextScreenings } from './next-screenings';
import { Talk } from './talk/talk';

const NEXT_SCREENINGS = 3;

/** Asked once a request, for the page and its metadata. Null for a film that we do not have. */
const findFilmPage = cache(async (slug: string): Promise<{ page: FilmPage; now: Date } | null> => {
  const now = await requestTime();
  if (!slugSchema.safeParse(slug).success) return null;
  try {
    return { page: await orPageError('/films/:slug', () => getFilmPage(slug, now)), now };
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'not-found') return null;
    throw error;
  }
});

export async function generateMetadata({ params }: PageProps<'/films/[slug]'>): Promise<Metadata> {
  const found = await findFilmPage((await params).slug);
  if (!found) return { title: 'No film here' };
  const { title, year, synopsis } = found.page.film;
  return { title: `${title} (${year})`, description: synopsis };
}

/** A film: when it is shown, what it is, and what people say about it. */
export default async function FilmPageOfSlug({ params }: PageProps<'/films/[slug]'>) {
  const { slug } = await params;
  await requestTime(); // from here on nothing runs during a build
  const [found, comments] = await Promise.all([
    findFilmPage(slug),
    orPageError('/films/:slug', () => listComments(slug)),
  ]);
  if (!found) notFound();
  const { page, now } = found;
  const { film, screenings } = page;
  const today = houseDay(now);
  return (
    <article className="filmpage">
      <FilmHead film={film} today={today} />
      <NextScreenings screenings={screenings.slice(0, NEXT_SCREENINGS)} all={screenings} today={today} />
      <Poster film={film} />
      <p className="read">{film.synopsis}</p>
      <FactsList film={film} screenings={screenings} />
      <LaterScreenings later={screenings.slice(NEXT_SCREENINGS)} all={screenings} />
      <Talk slug={film.slug} firstPage={comments} renderedAt={now.toISOString()} />
    </article>
  );
}
