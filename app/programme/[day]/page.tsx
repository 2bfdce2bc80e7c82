import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { PROGRAMME_DAYS } from '@/lib/films/programme';
import { daysFrom, houseDay } from '@/lib/house-time';
import { JsonLd } from '../../structured-data/json-ld';
import { houseGraph } from '../../structured-data/movie-theater';
import { readChoice } from '../address';
import { keptStock } from '../kept-programme';
import { programmeMetadata, ProgrammeView } from '../programme-view';

/** Kept as a whole, and at most two minutes old (`expireTime` in next.config.mjs). */
export const revalidate = 60;

/** None while building, which reaches no database. That is why today stands under a name: `/` is rewritten to it. */
export const generateStaticParams = () => [];

const renderTime = cache(() => new Date());

export async function generateMetadata(): Promise<Metadata> {
  const days = daysFrom(houseDay(renderTime()), PROGRAMME_DAYS);
  return programmeMetadata(readChoice({}, days), days);
}

/** The programme of today, by day: the page that most people ask for. */
export default async function TodayPage({ params }: PageProps<'/programme/[day]'>) {
  if ((await params).day !== 'today') notFound();
  const now = renderTime();
  const stock = await keptStock(now);
  return (
    <>
      <JsonLd graph={houseGraph()} />
      <ProgrammeView stock={stock} choice={readChoice({}, [stock.today])} now={now} />
    </>
  );
}
