import type { ProgrammeDay } from '@/lib/films/schema';
import { cinemaTime } from '@/lib/house-time';
import { formatDayHeading, formatDay, dayNumeral } from '../house/day-names';
import { Showtime } from '../screenings/showtime';
import type { ProgrammeChoice } from './address';
import { EarlierToday } from './earlier-today';
import { EmptyDay } from './empty-day';
import { FilmRow } from './film-row';

interface ChosenDayProps {
  day: ProgrammeDay;
  /** The next day that has something left to see, for when this one has not. */
  next: ProgrammeDay | null;
  choice: ProgrammeChoice;
  today: string;
  now: Date;
}

export function ChosenDay({ day, next, choice, today, now }: ChosenDayProps) {
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
        <EarlierToday films={day.started} />
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
  if (!next) return `${count}, all have begun`;
  return `${count}, the ${ahead.length < screeningCount ? 'next' : 'first'} at ${cinemaTime(next)}`;
}
