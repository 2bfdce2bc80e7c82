import { daysFrom } from '../../../../lib/cinema-time';
import type { NewScreening } from '../../../../lib/screenings/screenings';
import type { Repertoire } from './choose-film';
import { planDay } from './plan-day';

/** What is in the store already, as far as it matters here. */
export interface Booking {
  auditoriumId: string;
  startsAt: Date;
  endsAt: Date;
}

/**
 * What the store lacks for `count` days from `first` on. A screening that would run into one that is there (staff
 * moved it, or an older version planned it) is left out: what is there stays.
 */
export function topUp(
  first: string,
  count: number,
  booked: readonly Booking[],
  repertoire: Repertoire,
): NewScreening[] {
  return daysFrom(first, count)
    .flatMap((day) => planDay(day, repertoire))
    .filter((planned) => !booked.some((booking) => overlaps(planned, booking)));
}

function overlaps(a: Booking, b: Booking): boolean {
  return a.auditoriumId === b.auditoriumId && a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}
