'use client';

import Link from 'next/link';
import { useLoaded } from '@/app/_components/use-loaded';
import { formatDayHeading } from '@/app/_format/dates';
import { formatMoney } from '@/app/_format/numbers';
import { addDays, cinemaTime } from '@/lib/cinema-time';
import { type DeskScreenings, deskScreeningsSchema } from '@/lib/orders/desk-schema';
import { LoadedFrame, StaffOnly } from './desk-frame';

/** A day's screenings: what is sold, held, blocked and free, and the money. */
export function DayScreenings({ day }: { day: string | undefined }) {
  return (
    <StaffOnly name="Desk" permission="desk:sell">
      <Loading day={day} />
    </StaffOnly>
  );
}

function Loading({ day }: { day: string | undefined }) {
  const query = day === undefined ? '' : `?day=${encodeURIComponent(day)}`;
  const loaded = useLoaded(`/api/desk/screenings${query}`, deskScreeningsSchema);
  return (
    <LoadedFrame name="Desk" loaded={loaded}>
      {(data) => <Day {...data} />}
    </LoadedFrame>
  );
}

function Day({ day, today, screenings }: DeskScreenings) {
  return (
    <section className="desk">
      <div className="page-header">
        <p className="kicker">
          Desk / <Link href="/desk/scan">Door</Link>
        </p>
        <h1>{formatDayHeading(day, today)}</h1>
        <nav className="row" aria-label="Other days">
          <Link className="btn btn-small" href={`/desk?day=${addDays(day, -1)}`}>
            Day before
          </Link>
          {day !== today && (
            <Link className="btn btn-small" href="/desk">
              Today
            </Link>
          )}
          <Link className="btn btn-small" href={`/desk?day=${addDays(day, 1)}`}>
            Day after
          </Link>
        </nav>
      </div>
      {screenings.length === 0 ? (
        <p className="read">No screenings on this day.</p>
      ) : (
        <table className="desk-table">
          <caption className="hidden">Screenings and how they sell</caption>
          <thead>
            <tr>
              <th scope="col">Time</th>
              <th scope="col">Film</th>
              <th scope="col">Room</th>
              {['Sold', 'Held', 'Blocked', 'Free', 'Expected', 'Received'].map((head) => (
                <th key={head} scope="col" className="number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {screenings.map((screening) => (
              <Row key={screening.id} {...screening} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row(screening: DeskScreenings['screenings'][number]) {
  const { id, film, auditorium, startsAt, state, takings } = screening;
  const numbers = [
    ['Sold', screening.sold],
    ['Held', screening.held],
    ['Blocked', screening.blocked],
    ['Free', screening.free],
    ['Expected', formatMoney(takings.expected)],
    ['Received', formatMoney(takings.received)],
  ] as const;
  return (
    <tr>
      <td data-label="Time">{cinemaTime(new Date(startsAt))}</td>
      <th scope="row">
        <Link href={`/desk/screenings/${id}`}>{film.title}</Link>
        {state !== 'planned' && <span className="badge">{state}</span>}
      </th>
      <td data-label="Room">{auditorium.name}</td>
      {numbers.map(([label, value]) => (
        <td key={label} data-label={label} className="number">
          {value}
        </td>
      ))}
    </tr>
  );
}
