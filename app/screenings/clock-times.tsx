import { houseClock } from '@/lib/house-time';
import type { Screening } from '@/lib/screenings/schema';

/** `18:15 to 20:05`. */
export function ClockTimes({ screening: { startsAt, endsAt } }: { screening: Screening }) {
  return (
    <>
      <time dateTime={startsAt}>{houseClock(new Date(startsAt))}</time>{' '}
      <small>
        to <time dateTime={endsAt}>{houseClock(new Date(endsAt))}</time>
      </small>
    </>
  );
}
