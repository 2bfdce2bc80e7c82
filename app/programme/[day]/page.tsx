import type { Metadata } from 'next';
import { cache } from 'react';
import { PROGRAMME_DAYS } from '@/lib/films/programme';
import { daysFrom, cinemaDay } from '@/lib/house-time';
import { JsonLd } from '../../structured-data/json-ld';
import { houseGraph } from '../../structured-data/movie-theater';
import NotFound from '../../not-found';
import { notFoundMetadata, NotFoundBoundary } from '../../true-not-found';
import { readChoice } from '../address';
import { loadSnapshot } from '../kept-programme';
import { programmeMetadata, ProgrammeView } from '../programme-view';

/** Kept as a whole, and at most two minutes old (`expireTime` in next.config.mjs). */
export const revalidate = 60;

/** None while building, which reaches no database. That is why today stands under a name: `/` is rewritten to it. */
export const generateStaticParams = () => [];

/** The one day that has a page of this kind. */
const TODAY = 'today';

const renderTime = cache(() => new Date());

export async function generateMetadata({ params }: PageProps<'/programme/[day]'>): Promise<Metadata> {
  if ((await params).day !== TODAY) return notFoundMetadata('No page here');
  const days = daysFrom(cinemaDay(renderTime()), PROGRAMME_DAYS);
  return programmeMetadata(readChoice({}, days), days);
}

/** The programme of today, by day: the page that most people ask for. */
export default async function TodayPage({ params }: PageProps<'/programme/[day]'>) {
  if ((await params).day !== TODAY) {
    return (
      <NotFoundBoundary>
        <NotFound />
      </NotFoundBoundary>
    );
  }
  const now = renderTime();
  const stock = await loadSnapshot(now);
  return (
    <>
      <JsonLd graph={houseGraph()} />
      <ProgrammeView stock={stock} choice={readChoice({}, [stock.today])} now={now} />
    </>
  );
}
