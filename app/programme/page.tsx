import type { Metadata } from 'next';
import { PROGRAMME_DAYS } from '@/lib/films/programme';
import { daysFrom, houseDay } from '@/lib/house-time';
import { requestTime } from '../request-time';
import { readChoice } from './address';
import { keptProgramme } from './kept-programme';
import { programmeMetadata, ProgrammeView } from './programme-view';

export async function generateMetadata({ searchParams }: PageProps<'/programme'>): Promise<Metadata> {
  const days = daysFrom(houseDay(await requestTime()), PROGRAMME_DAYS);
  return programmeMetadata(readChoice(await searchParams, days), days);
}

/** The programme as the address chooses it; today without a choice is at `/`. */
export default async function ProgrammePage({ searchParams }: PageProps<'/programme'>) {
  const now = await requestTime();
  const programme = await keptProgramme(now);
  const choice = readChoice(
    await searchParams,
    programme.days.map(({ date }) => date),
  );
  return <ProgrammeView programme={programme} choice={choice} now={now} />;
}
