import type { Metadata } from 'next';
import { cache } from 'react';
import { PROGRAMME_DAYS } from '@/lib/films/programme';
import { daysFrom, cinemaDay } from '@/lib/cinema-time';
import { JsonLd } from '@/app/_format/structured-data';
import { houseGraph } from '@/app/_format/structured-data';
import NotFound from '@/app/not-found';
import { notFoundMetadata, NotFoundBoundary } from '@/app/_errors/not-found-boundary';
import { parseSearchParams } from '../search-params';
import { loadSnapshot } from '../data';
import { programmeMetadata, ProgrammeView } from '../_components/programme-view';

/** Cached as a whole page, for at most two minutes (`expireTime` in next.config.mjs). */
export const revalidate = 60;

/** None: the build cannot reach the database. That is why today has an address of its own: `/` is rewritten to it. */
export const generateStaticParams = () => [];

/** The one day that has a page of this kind. */
const TODAY = 'today';

const renderTime = cache(() => new Date());

export async function generateMetadata({ params }: PageProps<'/programme/[day]'>): Promise<Metadata> {
  if ((await params).day !== TODAY) return notFoundMetadata('No page here');
  const days = daysFrom(cinemaDay(renderTime()), PROGRAMME_DAYS);
  return programmeMetadata(parseSearchParams({}, days), days);
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
  const snapshot = await loadSnapshot(now);
  return (
    <>
      <JsonLd graph={houseGraph()} />
      <ProgrammeView snapshot={snapshot} choice={parseSearchParams({}, [snapshot.today])} now={now} />
    </>
  );
}
