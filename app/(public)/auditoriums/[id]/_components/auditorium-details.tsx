import Link from 'next/link';
import { AccessBadges } from '@/app/_components/screenings/access-badges';
import { screeningHref } from '@/app/_components/screenings/showtime';
import { formatDay, formatDayHeading } from '@/app/_format/dates';
import { capitalize } from '@/app/_format/numbers';
import { cinemaDay, cinemaTime } from '@/lib/cinema-time';
import type { AuditoriumSnapshot } from '@/lib/films/programme';
import type { Film } from '@/lib/films/schema';
import type { Auditorium, Screening } from '@/lib/screenings/schema';

/** What an auditorium offers. What nobody has told has no line. */
export function AuditoriumFacts({ auditorium }: { auditorium: Auditorium }) {
  const { seatCount, wheelchairPlaces, hearingLoop, formats, offers } = auditorium;
  const facts: [label: string, value: string | null][] = [
    ['Seats', String(seatCount)],
    ['Wheelchair places', wheelchairPlaces === null ? null : String(wheelchairPlaces)],
    ['Hearing loop', hearingLoop && capitalize(hearingLoop)],
    ['Formats', capitalize(formats.join(', '))],
    ['Also', offers.join('; ')],
  ];
  return (
    <dl className="facts-list">
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Upcoming screenings by day. Each start time links to the screening on its film's page. */
export function AuditoriumDays({ snapshot, now }: { snapshot: AuditoriumSnapshot; now: Date }) {
  const today = cinemaDay(now);
  const days = screeningsAhead(snapshot, now);
  if (days.length === 0) {
    return (
      <p className="read">
        Nothing is planned in {snapshot.auditorium.name} for the next seven days.{' '}
        <Link href="/">See the programme</Link>.
      </p>
    );
  }
  return (
    <div className="week">
      {days.map(({ day, showings }) => (
        <section key={day} aria-labelledby={`d-${day}`}>
          <h3 id={`d-${day}`}>{formatDayHeading(day, today)}</h3>
          <ol>
            {showings.map(({ film, screening }) => (
              <li key={screening.id}>
                <time aria-hidden="true" dateTime={screening.startsAt}>
                  {cinemaTime(new Date(screening.startsAt))}
                </time>
                <a href={screeningHref(screening.id)}>
                  <b>{film.title}</b>
                  <small>
                    <span className="hidden">
                      , {formatDay(day, today)} {cinemaTime(new Date(screening.startsAt))}{' '}
                    </span>
                    to {cinemaTime(new Date(screening.endsAt))}
                    {screening.format !== 'digital' && `, ${screening.format}`}{' '}
                    <AccessBadges features={screening.features} />
                  </small>
                </a>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

interface DayAhead {
  day: string;
  showings: { film: Film; screening: Screening }[];
}

/** The screenings of a day's snapshot that have not started by `now`, grouped by day. */
export function screeningsAhead(
  { screenings, films }: Pick<AuditoriumSnapshot, 'screenings' | 'films'>,
  now: Date,
): DayAhead[] {
  const bySlug = new Map(films.map((film) => [film.slug, film]));
  const days = new Map<string, DayAhead>();
  for (const { filmId, screening } of screenings) {
    const startsAt = new Date(screening.startsAt);
    const film = bySlug.get(filmId);
    if (!film || startsAt <= now) continue;
    const day = cinemaDay(startsAt);
    const ofDay = days.get(day) ?? { day, showings: [] };
    ofDay.showings.push({ film, screening });
    days.set(day, ofDay);
  }
  return [...days.values()];
}
