import type { Metadata } from 'next';
import { cinema } from '@/lib/cinema';
import { filterProgramme, listFilterOptions } from '@/lib/films/programme-filters';
import { type ProgrammeSnapshot, toProgramme } from '@/lib/films/programme';
import { formatDayRange } from '@/app/_format/dates';
import { BadgeKey } from '@/app/_components/screenings/access-badges';
import { type ProgrammeChoice, programmeHref, withoutFilters } from '../search-params';
import { Bill } from './programme-heading';
import { ByFilm } from './by-film';
import { ChosenDay, EmptyDay } from './selected-day';
import { DayStrip } from './day-strip';
import { ProgrammeTools } from './filters';
import { Week } from './week';
import type { ProgrammeDay } from '@/lib/films/schema';

const WEEK = 7;

/** `days` are those of the programme, today first. What is narrowed by filters is no page of its own to a search engine. */
export function programmeMetadata(choice: ProgrammeChoice, days: readonly string[]): Metadata {
  const first = days.indexOf(choice.date);
  const range = formatDayRange(days[first] ?? '', days.slice(first, first + WEEK).at(-1) ?? '');
  return {
    title: {
      absolute: `${choice.by === 'film' ? 'Programme by film' : 'Programme'}, ${range.replace('–', ' to ')} | ${cinema.name}`,
    },
    description: `What ${cinema.name} shows: films, times, rooms and prices. ${cinema.strapline}.`,
    alternates: { canonical: programmeHref(withoutFilters(choice), days[0] ?? '') },
  };
}

interface ProgrammeViewProps {
  stock: ProgrammeSnapshot;
  choice: ProgrammeChoice;
  now: Date;
}

/** The programme: fourteen days to choose from, one of them in full, and the six after it. Pure. */
export function ProgrammeView({ stock, choice, now }: ProgrammeViewProps) {
  const whole = toProgramme(stock, now);
  const programme = toProgramme(filterProgramme(stock, choice.filters), now);
  const { today } = programme;
  const first = programme.days.findIndex(({ date }) => date === choice.date);
  const weekOf = <T,>(days: readonly T[]): T[] => days.slice(first, first + WEEK);
  const chosen = weekOf(programme.days);
  const [day, ...later] = chosen;
  const next = programme.days.slice(first + 1).find(({ films }) => films.length > 0) ?? null;
  const isEmpty = chosen.every(({ films }) => films.length === 0);
  const dates = chosen.map(({ date }) => date);
  return (
    <>
      <Bill days={weekOf(whole.days)} />
      <DayStrip programme={programme} choice={choice} />
      <ProgrammeTools
        choice={choice}
        options={listFilterOptions(stock, choice.filters, dates, now)}
        today={today}
        result={resultInWords(chosen, now)}
      />
      {day && choice.by === 'day' && (
        <ChosenDay day={day} next={next} choice={choice} today={today} now={now} />
      )}
      {day && choice.by === 'film' && isEmpty && (
        <EmptyDay day={day} next={next} choice={choice} today={today} />
      )}
      {choice.by === 'film' && !isEmpty && <ByFilm days={chosen} today={today} now={now} />}
      {choice.by === 'day' && later.some(({ screeningCount }) => screeningCount > 0) && (
        <>
          <BadgeKey />
          <Week days={later} />
        </>
      )}
    </>
  );
}

/** `4 screenings of 2 films to come, 20 to 26 November`: the results in these days, announced after each change. */
export function resultInWords(days: readonly ProgrammeDay[], now: Date): string {
  const range = formatDayRange(days[0]?.date ?? '', days.at(-1)?.date ?? '').replace('–', ' to ');
  const ahead = days.flatMap(({ films }) =>
    films.flatMap(({ film, screenings }) =>
      screenings.filter(({ startsAt }) => new Date(startsAt) > now).map(() => film.slug),
    ),
  );
  if (ahead.length === 0) return `No more screenings, ${range}.`;
  const films = new Set(ahead).size;
  const ofFilms = films === 1 ? '1 film' : `${films} films`;
  return `${ahead.length === 1 ? '1 screening' : `${ahead.length} screenings`} of ${ofFilms} to come, ${range}.`;
}
