import type { Metadata } from 'next';
import type { CSSProperties } from 'react';
import { BadgeKey } from '@/app/_components/screenings/access-badges';
import { formatDayRange } from '@/app/_format/dates';
import { capitalize, pluralize } from '@/app/_format/numbers';
import { cinema } from '@/lib/cinema';
import { type ProgrammeSnapshot, toProgramme } from '@/lib/films/programme';
import { filterProgramme, listFilterOptions } from '@/lib/films/programme-filters';
import type { ProgrammeDay } from '@/lib/films/schema';
import { emWidths } from '@/lib/posters/drawing/font-metrics';
import { type ProgrammeChoice, programmeHref, withoutFilters } from '../search-params';
import { DayStrip } from './day-strip';
import { ByFilm } from './film-list';
import { ProgrammeTools } from './filters';
import { EmptyDay, SelectedDay } from './selected-day';
import { Week } from './week';

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
  snapshot: ProgrammeSnapshot;
  choice: ProgrammeChoice;
  now: Date;
}

/** The programme: fourteen days to choose from, one of them in full, and the six after it. Pure. */
export function ProgrammeView({ snapshot, choice, now }: ProgrammeViewProps) {
  const whole = toProgramme(snapshot, now);
  const programme = toProgramme(filterProgramme(snapshot, choice.filters), now);
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
      <ProgrammeHeading days={weekOf(whole.days)} />
      <DayStrip programme={programme} choice={choice} />
      <ProgrammeTools
        choice={choice}
        options={listFilterOptions(snapshot, choice.filters, dates, now)}
        today={today}
        result={resultInWords(chosen, now)}
      />
      {day && choice.by === 'day' && (
        <SelectedDay day={day} next={next} choice={choice} today={today} now={now} />
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

/** The chosen days as one line that fills its measure, and what they hold. */
function ProgrammeHeading({ days }: { days: readonly ProgrammeDay[] }) {
  const line = formatDayRange(days[0]?.date ?? '', days.at(-1)?.date ?? '');
  const { em62, em100, em125 } = emWidths(line);
  const lengths = { '--em62': em62, '--em100': em100, '--em125': em125 } as CSSProperties;
  const shown = days.flatMap(({ films, started }) => [...films, ...started]);
  const films = new Set(shown.map(({ film }) => film.slug)).size;
  const screens = new Set(shown.flatMap(({ screenings }) => screenings.map((s) => s.auditorium.id))).size;
  return (
    <div className="programme-heading">
      <h1 className="fit-text" style={lengths}>
        {line}
      </h1>
      {films > 0 && (
        <p className="read">
          {capitalize(pluralize(films, 'film', 'films'))} on {pluralize(screens, 'screen', 'screens')}. Choose
          a time to see the film, its room and its price; you pay at the box office.
        </p>
      )}
    </div>
  );
}
