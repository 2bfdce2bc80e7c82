import { cinemaDay } from '@/lib/house-time';
import type { Screening } from '@/lib/screenings/schema';

/** Screenings (soonest first) under the days of the house on which they begin. */
export function screeningsByDay(
  screenings: readonly Screening[],
): { day: string; screenings: Screening[] }[] {
  const days = new Map<string, Screening[]>();
  for (const screening of screenings) {
    const day = cinemaDay(new Date(screening.startsAt));
    const ofDay = days.get(day);
    if (ofDay) ofDay.push(screening);
    else days.set(day, [screening]);
  }
  return [...days].map(([day, list]) => ({ day, screenings: list }));
}
