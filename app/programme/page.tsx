import type { Metadata } from 'next';
import { PROGRAMME_DAYS } from '@/lib/films/programme';
import { offeredFilters } from '@/lib/films/programme-filters';
import { daysFrom, houseDay } from '@/lib/house-time';
import { requestTime } from '../request-time';
import { readChoice } from './address';
import { keptStock } from './kept-programme';
import { programmeMetadata, ProgrammeView } from './programme-view';

export async function generateMetadata({ searchParams }: PageProps<'/programme'>): Promise<Metadata> {
  const days = daysFrom(houseDay(await requestTime()), PROGRAMME_DAYS);
  return programmeMetadata(readChoice(await searchParams, days), days);
}

/** The programme as the address chooses it; today without a choice is at `/`. */
export default async function ProgrammePage({ searchParams }: PageProps<'/programme'>) {
  const now = await requestTime();
  const stock = await keptStock(now);
  const days = daysFrom(stock.today, PROGRAMME_DAYS);
  const choice = readChoice(await searchParams, days, offeredFilters(stock));
  return <ProgrammeView stock={stock} choice={choice} now={now} />;
}
