import Link from 'next/link';
import { cinemaTime } from '@/lib/cinema-time';
import type { Film } from '@/lib/films/schema';
import { FEW_SEATS, type Screening } from '@/lib/screenings/schema';
import { AccessBadges } from './access-badges';

interface ShowtimeProps {
  film: Pick<Film, 'slug' | 'title'>;
  screening: Screening;
  /** `today`, `Saturday 21 November`: read aloud, and shown where `showDay` asks for it. */
  day: string;
  shortDay?: string;
  begun?: boolean;
}

/** A showtime, with the way to its seats. */
export function Showtime({ film, screening, day, shortDay, begun = false }: ShowtimeProps) {
  const clock = (
    <b>
      <time dateTime={screening.startsAt}>{cinemaTime(new Date(screening.startsAt))}</time>
    </b>
  );
  const place = formatAuditorium(screening);
  if (begun) {
    return (
      <div className="time gone">
        {clock}
        <span>{place}, begun</span>
      </div>
    );
  }
  const availability = formatSeatsLeft(screening);
  if (screening.seatsLeft === 0) {
    return (
      <div className="time sold-out">
        {clock}
        <span>
          {place}, <strong>{availability}</strong>
        </span>
      </div>
    );
  }
  return (
    <Link className="time" prefetch={false} href={screeningHref(screening.id)}>
      <span className="hidden">
        {film.title}, {day}{' '}
      </span>
      {clock}
      <span>
        <span className="hidden">, </span>
        {shortDay && <strong>{shortDay}, </strong>}
        {place}
        {availability !== null && (
          <>
            , <strong>{availability}</strong>
          </>
        )}
      </span>
      <AccessBadges features={screening.features} />
    </Link>
  );
}

/** `Studio, 35 mm`; digital is the rule and goes without saying. */
export function formatAuditorium({ auditorium, format }: Pick<Screening, 'auditorium' | 'format'>): string {
  return format === 'digital' ? auditorium.name : `${auditorium.name}, ${format}`;
}

/** `9 seats left`, `sold out`; null while there are many. */
export function formatSeatsLeft({ seatsLeft }: Screening): string | null {
  if (seatsLeft === undefined || seatsLeft > FEW_SEATS) return null;
  if (seatsLeft === 0) return 'sold out';
  return seatsLeft === 1 ? '1 seat left' : `${seatsLeft} seats left`;
}

/** The anchor of a screening on its film's page. */
export function screeningAnchor(id: string): string {
  return `s-${id}`;
}

/** Where its seats are chosen. */
export function screeningHref(id: string): string {
  return `/screenings/${id}`;
}

/** `Studio, 35 mm`, with the way to the auditorium's own page. */
export function AuditoriumLink({ screening: { auditorium, format } }: { screening: Screening }) {
  return (
    <>
      <Link href={`/auditoriums/${auditorium.id}`} prefetch={false}>
        {auditorium.name}
      </Link>
      {format !== 'digital' && `, ${format}`}
    </>
  );
}

/** `18:15 to 20:05`. */
export function StartTimes({ screening: { startsAt, endsAt } }: { screening: Screening }) {
  return (
    <>
      <time dateTime={startsAt}>{cinemaTime(new Date(startsAt))}</time>{' '}
      <small>
        to <time dateTime={endsAt}>{cinemaTime(new Date(endsAt))}</time>
      </small>
    </>
  );
}
