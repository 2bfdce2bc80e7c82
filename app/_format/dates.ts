import { addDays } from '@/lib/cinema-time';
import { cinema } from '@/lib/cinema';

/** Days are strings, `2026-11-20`; their names need no time zone, so they are read as UTC. */
function named(options: Intl.DateTimeFormatOptions): (day: string) => string {
  const format = new Intl.DateTimeFormat(cinema.locale, { ...options, timeZone: 'UTC' });
  return (day) => format.format(new Date(`${day}T00:00Z`));
}

/** `Friday`. */
export const weekday = named({ weekday: 'long' });
/** `Fri`. */
export const shortWeekday = named({ weekday: 'short' });
/** `November`. */
export const month = named({ month: 'long' });
/** `Nov`. */
export const shortMonth = named({ month: 'short' });
/** `12 September 2003`. */
export const fullDate = named({ day: 'numeric', month: 'long', year: 'numeric' });

/** `20`, `1`. */
export function dayNumeral(day: string): string {
  return String(Number(day.slice(8)));
}

/** `20–26 November`, `27 Nov–3 Dec`, `3 December`: what the masthead sets as large as it fits. */
export function formatDayRange(first: string, last: string): string {
  if (first === last) return `${dayNumeral(first)} ${month(first)}`;
  if (first.slice(0, 7) === last.slice(0, 7))
    return `${dayNumeral(first)}–${dayNumeral(last)} ${month(last)}`;
  return `${dayNumeral(first)} ${shortMonth(first)}–${dayNumeral(last)} ${shortMonth(last)}`;
}

/** `today`, `tomorrow`, `Monday 23 November`: inside a sentence. */
export function formatDay(day: string, today: string): string {
  if (day === today) return 'today';
  if (day === addDays(today, 1)) return 'tomorrow';
  return `${weekday(day)} ${dayNumeral(day)} ${month(day)}`;
}

/** `Today, Friday`, `Tomorrow, Saturday`, `Monday 23 November`: as a heading. */
export function formatDayHeading(day: string, today: string): string {
  if (day === today) return `Today, ${weekday(day)}`;
  if (day === addDays(today, 1)) return `Tomorrow, ${weekday(day)}`;
  return formatDay(day, today);
}
