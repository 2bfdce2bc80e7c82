import type { Metadata } from 'next';
import { PROGRAMME_DAYS } from '@/lib/films/programme';
import { availableFilters } from '@/lib/films/programme-filters';
import { daysFrom, cinemaDay } from '@/lib/cinema-time';
import { requestTime } from '@/app/_cache/cached';
import { parseSearchParams } from './search-params';
import { loadSnapshot } from './data';
import { programmeMetadata, ProgrammeView } from './_components/programme-view';

export async function generateMetadata({ searchParams }: PageProps<'/programme'>): Promise<Metadata> {
  const days = daysFrom(cinemaDay(await requestTime()), PROGRAMME_DAYS);
  return programmeMetadata(parseSearchParams(await searchParams, days), days);
}

/** The programme as the address chooses it; today without a choice is at `/`. */
export default async function ProgrammePage({ searchParams }: PageProps<'/programme'>) {
  const now = await requestTime();
  const snapshot = await loadSnapshot(now);
  const days = daysFrom(snapshot.today, PROGRAMME_DAYS);
  const choice = parseSearchParams(await searchParams, days, availableFilters(snapshot));
  return <ProgrammeView snapshot={snapshot} choice={choice} now={now} />;
}
