import type { ProgrammeDay } from '@/lib/films/schema';
import { addDays, cinemaTime } from '@/lib/cinema-time';
import { dayNumeral, formatDay, formatDayHeading, weekday } from '@/app/_format/dates';
import { Showtime } from '@/app/_components/screenings/showtime';
import { filterCount, type ProgrammeChoice, programmeHref, withoutFilters } from '../search-params';
import { FilmRow } from './film-list';
import Link from 'next/link';
import { cinema } from '@/lib/cinema';
import { pluralize } from '@/app/_format/numbers';

interface SelectedDayProps {
  day: ProgrammeDay;
  /** The next day that has something left to see, for when this one has not. */
  next: ProgrammeDay | null;
  choice: ProgrammeChoice;
  today: string;
  now: Date;
}

export function SelectedDay({ day, next, choice, today, now }: SelectedDayProps) {
  const words = formatDay(day.date, today);
  return (
    <section className="day" aria-labelledby="day">
      <header>
        <b aria-hidden="true">{dayNumeral(day.date)}</b>
        <h2 id="day">{formatDayHeading(day.date, today)}</h2>
        <p>{summary(day, now)}</p>
      </header>
      <div>
        {day.films.length === 0 && <EmptyDay day={day} next={next} choice={choice} today={today} />}
        {day.films.map(({ film, screenings }) => (
          <FilmRow key={film.slug} film={film} timesLabel={`Screenings of ${film.title} ${words}`}>
            {screenings.map((screening) => (
              <li key={screening.id}>
                <Showtime
                  film={film}
                  screening={screening}
                  day={words}
                  begun={new Date(screening.startsAt) <= now}
                />
              </li>
            ))}
          </FilmRow>
        ))}
        <StartedToday films={day.started} />
      </div>
    </section>
  );
}

/** `10 screenings, the next at 18:15`. */
function summary({ screeningCount, films }: ProgrammeDay, now: Date): string {
  if (screeningCount === 0) return 'No screenings';
  const count = screeningCount === 1 ? '1 screening' : `${screeningCount} screenings`;
  const starts = films.flatMap(({ screenings }) => screenings.map(({ startsAt }) => new Date(startsAt)));
  const ahead = starts.filter((start) => start > now).toSorted((a, b) => a.getTime() - b.getTime());
  const next = ahead[0];
  if (!next) return `${count}, all have started`;
  return `${count}, the ${ahead.length < screeningCount ? 'next' : 'first'} at ${cinemaTime(next)}`;
}

/** One quiet line for films that have nothing left: `Earlier today: Brazil 17:00, Up 15:30`. */
function StartedToday({ films }: { films: ProgrammeDay['started'] }) {
  if (films.length === 0) return null;
  return (
    <p className="earlier">
      Earlier today:{' '}
      {films.map(({ film, screenings }, index) => (
        <span key={film.slug}>
          {index > 0 && ', '}
          <Link href={`/films/${film.slug}`} prefetch={false}>
            {film.title}
          </Link>
          {screenings.map(({ id, startsAt }, time) => (
            <span key={id}>
              {time > 0 && ' and'} <time dateTime={startsAt}>{cinemaTime(new Date(startsAt))}</time>
            </span>
          ))}
        </span>
      ))}
    </p>
  );
}

interface EmptyDayProps {
  day: ProgrammeDay;
  /** The next day with results. */
  next: ProgrammeDay | null;
  choice: ProgrammeChoice;
  today: string;
}

/** Why there is nothing, and the nearest day that has something. */
export function EmptyDay({ day, next, choice, today }: EmptyDayProps) {
  const isNarrowed = filterCount(choice) > 0;
  return (
    <div className="nothing">
      <h3>{fact(day, today, isNarrowed)}</h3>
      <p className="read">{whatNext(next, today, isNarrowed)}</p>
      <p className="row">
        {next && (
          <Link
            className="btn btn-primary"
            href={programmeHref({ ...choice, date: next.date, by: 'day' }, today)}
          >
            Show {next.date === addDays(today, 1) ? 'tomorrow' : weekday(next.date)}
          </Link>
        )}
        {isNarrowed && (
          <Link
            className={next ? 'btn' : 'btn btn-primary'}
            href={programmeHref(withoutFilters(choice), today)}
            scroll={false}
          >
            Clear the filters
          </Link>
        )}
        {!next && !isNarrowed && (
          <a className="btn btn-primary" href={`mailto:${cinema.email}`}>
            Write to us
          </a>
        )}
      </p>
    </div>
  );
}

function fact({ date, started }: ProgrammeDay, today: string, isNarrowed: boolean): string {
  const chosen = isNarrowed ? ' of what you chose' : '';
  if (started.length > 0) return `Nothing more today${chosen}.`;
  return `Nothing${chosen} on ${date === today ? 'the screens today' : formatDay(date, today)}.`;
}

function whatNext(next: ProgrammeDay | null, today: string, isNarrowed: boolean): string {
  if (!next && isNarrowed) return 'No other day matches either.';
  if (!next) return 'The next programme isn’t out yet. Write to us if you’d like to know when it is.';
  const screenings = pluralize(next.screeningCount, 'screening', 'screenings');
  const when = formatDay(next.date, today);
  return isNarrowed ? `Next match: ${when} (${screenings}).` : `We open again ${when} with ${screenings}.`;
}
