import type { Metadata } from 'next';
import { cinema } from '@/lib/cinema';
import { listProgramme, PROGRAMME_DAYS } from '@/lib/films/programme';
import { daysFrom, houseDay } from '@/lib/house-time';
import { dayRange } from './house/day-names';
import { orPageError } from './page-error';
import { readChoice } from './programme/address';
import { Bill } from './programme/bill';
import { ByFilm } from './programme/by-film';
import { ChosenDay } from './programme/chosen-day';
import { DayStrip } from './programme/day-strip';
import { EmptyDay } from './programme/empty-day';
import { OrderSwitch } from './programme/order-switch';
import { Week } from './programme/week';
import { requestTime } from './request-time';
import { BadgeKey } from './screenings/access-badge';

const WEEK = 7;

export async function generateMetadata({ searchParams }: PageProps<'/'>): Promise<Metadata> {
  const days = daysFrom(houseDay(await requestTime()), PROGRAMME_DAYS);
  const first = days.indexOf(readChoice(await searchParams, days).date);
  const range = dayRange(days[first] ?? '', days.slice(first, first + WEEK).at(-1) ?? '');
  return {
    title: { absolute: `Programme, ${range.replace('–', ' to ')} | ${cinema.name}` },
    description: `What ${cinema.name} shows: films, times, rooms and prices. ${cinema.strapline}.`,
  };
}

/** The programme: fourteen days to choose from, one of them in full, and the six after it. */
export default async function ProgrammePage({ searchParams }: PageProps<'/'>) {
  const now = await requestTime();
  const programme = await orPageError('/', () => listProgramme(now));
  const dates = programme.days.map(({ date }) => date);
  const choice = readChoice(await searchParams, dates);
  const first = dates.indexOf(choice.date);
  const chosen = programme.days.slice(first, first + WEEK);
  const [day, ...later] = chosen;
  const next = programme.days.slice(first + 1).find(({ films }) => films.length > 0) ?? null;
  const isEmpty = chosen.every(({ films }) => films.length === 0);
  return (
    <>
      <Bill days={chosen} />
      <DayStrip programme={programme} choice={choice} />
      <OrderSwitch choice={choice} today={programme.today} />
      {day && choice.by === 'day' && <ChosenDay day={day} next={next} today={programme.today} now={now} />}
      {day && choice.by === 'film' && isEmpty && <EmptyDay day={day} next={next} today={programme.today} />}
      {choice.by === 'film' && !isEmpty && <ByFilm days={chosen} today={programme.today} now={now} />}
      {choice.by === 'day' && later.some(({ screeningCount }) => screeningCount > 0) && (
        <>
          <BadgeKey />
          <Week days={later} />
        </>
      )}
    </>
  );
}
