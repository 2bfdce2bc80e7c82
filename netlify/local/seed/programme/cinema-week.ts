const FIRST_FRIDAY = '2026-01-02';
const DAY_MS = 86_400_000;

/** Where a day stands in the cinema's weeks, which begin on Fridays. Weeks before the first one count backwards. */
export function cinemaWeek(day: string): { week: number; weekDay: number } {
  const days = Math.round((Date.parse(`${day}T00:00Z`) - Date.parse(`${FIRST_FRIDAY}T00:00Z`)) / DAY_MS);
  const week = Math.floor(days / 7);
  return { week, weekDay: days - week * 7 };
}
