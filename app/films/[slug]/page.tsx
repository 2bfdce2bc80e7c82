import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { houseDay } from '@/lib/house-time';
import { Poster } from '../../posters/poster';
import { filmGraph } from '../../structured-data/film-graph';
import { JsonLd } from '../../structured-data/json-ld';
import { FactsList } from './facts-list';
import { FilmHead } from './film-head';
import { keptComments, keptFilm } from './kept-film';
import { LaterScreenings } from './later-screenings';
import { NextScreenings } from './next-screenings';
import { Talk } from './talk/talk';

/** Kept as a whole, and at most two minutes old (`expireTime` in next.config.mjs). */
export const revalidate = 60;

/** None while building, which reaches no database: each film's page is made when somebody asks for it. */
export const generateStaticParams = () => [];

const NEXT_SCREENINGS = 3;

export async function generateMetadata({ params }: PageProps<'/films/[slug]'>): Promise<Metadata> {
  const found = await keptFilm((await params).slug);
  if (!found) return { title: 'No film here' };
  const { title, year, synopsis } = found.page.film;
  return { title: `${title} (${year})`, description: synopsis };
}

/** A film: when it is shown, what it is, and what people say about it. */
export default async function FilmPageOfSlug({ params }: PageProps<'/films/[slug]'>) {
  const { slug } = await params;
  const found = await keptFilm(slug);
  if (!found) notFound();
  const comments = await keptComments(slug);
  const { page, now } = found;
  const { film, screenings } = page;
  const today = houseDay(now);
  return (
    <article className="filmpage">
      <JsonLd graph={filmGraph(film, screenings)} />
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
