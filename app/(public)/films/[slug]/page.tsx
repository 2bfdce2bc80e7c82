import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { cinema } from '@/lib/cinema';
import { readTrailer } from '@/lib/films/trailer';
import { cinemaDay } from '@/lib/cinema-time';
import { withMetadataFallback } from '@/app/_errors/page-error';
import { filmGraph } from '@/app/_format/structured-data';
import { openGraph } from '@/app/_format/site-url';
import { CARD } from '@/lib/posters/card-svg';
import { JsonLd } from '@/app/_format/structured-data';
import { NotFoundBoundary, notFoundMetadata } from '@/app/_errors/not-found-boundary';
import { loadSimilarFilms } from '../data';
import { FilmDetails } from './_components/film-details';
import { FilmHead, FilmPicture } from './_components/film-details';
import { loadComments, loadFilm, loadNewSlug } from './data';
import { LaterScreenings, NextScreenings } from './_components/showtimes';
import FilmNotFound from './not-found';
import { CommentSection } from './_comments/section';
import { TrailerPlayer } from './_components/trailer-player';
import type { FilmListItem } from '@/lib/films/film-lists';
import { FilmGrid } from '@/app/_components/films/film-grid';

/** Cached as a whole page, for at most two minutes (`expireTime` in next.config.mjs). */
export const revalidate = 60;

/** None: the build cannot reach the database. Each film's page is rendered when it is first requested. */
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
      openGraph: {
        ...openGraph,
        images: [
          {
            url: `/films/${slug}/opengraph-image`,
            ...CARD,
            type: 'image/png',
            alt: 'The poster of the film',
          },
        ],
      },
    };
  });
}

/** A film: showtimes, facts, and comments. */
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
    <article className="film-page">
      <JsonLd graph={filmGraph(film, screenings)} />
      <FilmHead film={film} today={today} />
      <NextScreenings screenings={screenings.slice(0, NEXT_SCREENINGS)} all={screenings} today={today} />
      <FilmPicture film={film} />
      <p className="read">{film.synopsis}</p>
      {trailer && <TrailerPlayer trailer={trailer} title={film.title} language={cinema.locale.slice(0, 2)} />}
      <FilmDetails film={film} screenings={screenings} />
      <LaterScreenings slug={film.slug} later={screenings.slice(NEXT_SCREENINGS)} all={screenings} />
      <CommentSection slug={film.slug} firstPage={comments} renderedAt={now.toISOString()} />
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

export function SimilarFilms({ films, now }: { films: readonly FilmListItem[]; now: Date }) {
  if (films.length === 0) return null;
  return (
    <section className="section similar" aria-labelledby="similar">
      <h2 id="similar">Films like this one</h2>
      <FilmGrid films={films} now={now} />
    </section>
  );
}
