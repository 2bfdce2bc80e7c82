import type { Film, ProgrammeDay } from '@/lib/films/schema';
import { cinemaTime } from '@/lib/cinema-time';
import type { Screening } from '@/lib/screenings/schema';
import { dayNumeral, month, weekday } from '@/app/_format/dates';
import { AccessBadges } from '@/app/_components/screenings/access-badges';
import { formatAuditorium, formatSeatsLeft, screeningHref } from '@/app/_components/screenings/showtime';

/** Days as columns of a calendar: time and name, no posters. */
export function Week({ days }: { days: readonly ProgrammeDay[] }) {
  return (
    <div className="week dense">
      {days.map((day) => (
        <section key={day.date} aria-labelledby={`d-${day.date}`}>
          <h2 id={`d-${day.date}`}>
            <b>{dayNumeral(day.date)}</b> <span className="hidden">{month(day.date)}, </span>
            {weekday(day.date)}
          </h2>
          <ol>
            {screeningsOf(day).map((line) => (
              <WeekLine key={line.screening.id} day={weekday(day.date)} {...line} />
            ))}
          </ol>
          {day.screeningCount === 0 && <p className="small soft">No screenings.</p>}
        </section>
      ))}
    </div>
  );
}

interface Line {
  film: Film;
  screening: Screening;
}

function screeningsOf(day: ProgrammeDay): Line[] {
  return day.films
    .flatMap(({ film, screenings }) => screenings.map((screening) => ({ film, screening })))
    .toSorted((a, b) => Date.parse(a.screening.startsAt) - Date.parse(b.screening.startsAt));
}

/** A showtime in the week. The link contains everything, for people who move from link to link. */
function WeekLine({ day, film, screening }: Line & { day: string }) {
  const clock = cinemaTime(new Date(screening.startsAt));
  return (
    <li>
      <time aria-hidden="true" dateTime={screening.startsAt}>
        {clock}
      </time>
      <a href={screeningHref(screening.id)}>
        <b>{film.title}</b>
        <small>
          <span className="hidden">
            , {day} {clock},{' '}
          </span>
          {film.year}, {formatAuditorium(screening)}
          {formatSeatsLeft(screening) !== null && <strong>, {formatSeatsLeft(screening)}</strong>}{' '}
          <AccessBadges features={screening.features} />
        </small>
      </a>
    </li>
  );
}
