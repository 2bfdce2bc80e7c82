import Link from 'next/link';
import type { AuditoriumSnapshot } from '@/lib/films/auditorium-page';
import { cinemaTime, cinemaDay } from '@/lib/house-time';
import { formatDayHeading, formatDay } from '../../house/day-names';
import { AccessBadges } from '../../screenings/access-badge';
import { screeningAddress } from '../../screenings/place';
import { screeningsAhead } from './screenings-ahead';

/** What has not begun, under its days. Each time leads to the screening's place on the page of its film. */
export function AuditoriumDays({ stock, now }: { stock: AuditoriumSnapshot; now: Date }) {
  const today = cinemaDay(now);
  const days = screeningsAhead(stock, now);
  if (days.length === 0) {
    return (
      <p className="read">
        Nothing is planned in {stock.auditorium.name} for the next seven days.{' '}
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
                <a href={screeningAddress(film.slug, screening.id)}>
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
