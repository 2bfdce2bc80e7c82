import type { Metadata } from 'next';
import { cinema } from '@/lib/cinema';
import type { Programme } from '@/lib/films/schema';
import { dayRange } from '../house/day-names';
import { BadgeKey } from '../screenings/access-badge';
import type { ProgrammeChoice } from './address';
import { Bill } from './bill';
import { ByFilm } from './by-film';
import { ChosenDay } from './chosen-day';
import { DayStrip } from './day-strip';
import { EmptyDay } from './empty-day';
import { OrderSwitch } from './order-switch';
import { Week } from './week';

const WEEK = 7;

/** `days` are those of the programme, today first. */
export function programmeMetadata({ date }: ProgrammeChoice, days: readonly string[]): Metadata {
  const first = days.indexOf(date);
  const range = dayRange(days[first] ?? '', days.slice(first, first + WEEK).at(-1) ?? '');
  return {
    title: { absolute: `Programme, ${range.replace('–', ' to ')} | ${cinema.name}` },
    description: `What ${cinema.name} shows: films, times, rooms and prices. ${cinema.strapline}.`,
  };
}

interface ProgrammeViewProps {
  programme: Programme;
  choice: ProgrammeChoice;
  now: Date;
}

/** The programme: fourteen days to choose from, one of them in full, and the six after it. */
export function ProgrammeView({ programme, choice, now }: ProgrammeViewProps) {
  const first = programme.days.findIndex(({ date }) => date === choice.date);
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
