import Link from 'next/link';
import type { Screening } from '@/lib/screenings/schema';
import { cinemaTime } from '@/lib/cinema-time';

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
