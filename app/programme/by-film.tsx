import type { ProgrammeDay } from '@/lib/films/schema';
import { cinemaDay } from '@/lib/house-time';
import { formatDay, dayNumeral, shortWeekday } from '../house/day-names';
import { Showtime } from '../screenings/showtime';
import { FilmRow } from './film-row';
import { filmsOfDays } from './films-of-days';

interface ByFilmProps {
  days: readonly ProgrammeDay[];
  today: string;
  now: Date;
}

/** The chosen days again, each film once with all its times. */
export function ByFilm({ days, today, now }: ByFilmProps) {
  return (
    <section className="byfilm" aria-labelledby="films">
      <h2 id="films" className="hidden">
        Films of these days
      </h2>
      {filmsOfDays(days, now).map(({ film, screenings }) => (
        <FilmRow key={film.slug} film={film} timesLabel={`Screenings of ${film.title}`}>
          {screenings.map((screening) => {
            const day = cinemaDay(new Date(screening.startsAt));
            return (
              <li key={screening.id}>
                <Showtime
                  film={film}
                  screening={screening}
                  day={formatDay(day, today)}
                  shortDay={day === today ? 'Today' : `${shortWeekday(day)} ${dayNumeral(day)}`}
                />
              </li>
            );
          })}
        </FilmRow>
      ))}
    </section>
  );
}
