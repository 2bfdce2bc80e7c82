import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { cinema } from '@/lib/cinema';
import { readTrailer } from '@/lib/films/trailer';
import { cinemaDay } from '@/lib/house-time';
import { withMetadataFallback } from '../../page-error';
import { filmGraph } from '../../structured-data/film-graph';
import { JsonLd } from '../../structured-data/json-ld';
import { notFoundMetadata, NotFoundBoundary } from '../../true-not-found';
import { loadSimilarFilms } from '../kept-films';
import { FilmDetails } from './facts-list';
import { FilmHead } from './film-head';
import { FilmPicture } from './film-picture';
import { loadComments, loadFilm, loadNewSlug } from './kept-film';
import { LaterScreenings } from './later-screenings';
import { NextScreenings } from './next-screenings';
import FilmNotFound from './not-found';
import { SimilarFilms } from './similar-films';
import { Talk } from './talk/talk';
import { TrailerPlayer } from './trailer-place';

/** Kept as a whole, and at most two minutes old (`expireTime` in next.config.mjs). */
export const revalidate = 60;

/** None while building, which reaches no database: each film's page is made when somebody asks for it. */
export const generateStaticParams = () => [];

const NEXT_SCREENINGS = 3;

export function generateMetadata({ params }: PageProps<'/films/[slug]'>): Promise<Metadata> {
  return withMetadataFallback(async () => {
    const found = await loadFilm((await params).slug);
    if (!found) return notFoundMetadata('No film here');
    const { slug, title, year, synopsis } = found.page.film;
    return {
      title: `${title} (${year})`,
      description: synopsis,
      alternates: { canonical: `/films/${slug}` },
    };
  });
}

/** A film: when it is shown, what it is, and what people say about it. */
export default async function FilmPageOfSlug({ params }: PageProps<'/films/[slug]'>) {
  const { slug } = await params;
  const found = await loadFilm(slug);
  if (!found) return <RedirectOrNotFound slug={slug} />;
  const { page, now } = found;
  const { film, screenings } = page;
  const today = cinemaDay(now);
  const [comments, similar] = await Promise.all([loadComments(slug), loadSimilarFilms(film, today)]);
  const trailer = readTrailer(film.trailer);
  return (
    <article className="filmpage">
      <JsonLd graph={filmGraph(film, screenings)} />
      <FilmHead film={film} today={today} />
      <NextScreenings screenings={screenings.slice(0, NEXT_SCREENINGS)} all={screenings} today={today} />
      <FilmPicture film={film} />
      <p className="read">{film.synopsis}</p>
      {trailer && <TrailerPlayer trailer={trailer} title={film.title} language={cinema.locale.slice(0, 2)} />}
      <FilmDetails film={film} screenings={screenings} />
      <LaterScreenings slug={film.slug} later={screenings.slice(NEXT_SCREENINGS)} all={screenings} />
      <Talk slug={film.slug} firstPage={comments} renderedAt={now.toISOString()} />
      <SimilarFilms films={similar} now={now} />
    </article>
  );
}

/** An address that a film had before leads to the one that it has; any other is no film's. */
async function RedirectOrNotFound({ slug }: { slug: string }) {
  const newSlug = await loadNewSlug(slug);
  if (newSlug) permanentRedirect(`/films/${newSlug}`);
  return (
    <NotFoundBoundary>
      <FilmNotFound />
    </NotFoundBoundary>
  );
}
