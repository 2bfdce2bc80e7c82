import { cinemaTime } from '@/lib/house-time';
import type { Screening } from '@/lib/screenings/schema';

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
