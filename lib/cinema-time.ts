/**
 * Days and clock times of the cinema. Pure, based on `Intl` alone, so that it costs the browser nothing. A day is a
 * string, `2026-11-20`; an instant is a `Date`. A day has 23 or 25 hours when the clocks change.
 */
import { CINEMA_TIME_ZONE } from './cinema';

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The wall clock at an instant, as if it were UTC: milliseconds, whole seconds. */
function wallMs(instantMs: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    // Building one is a hundred times dearer than using it.
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instantMs)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function offsetMs(instantMs: number, timeZone: string): number {
  return wallMs(instantMs, timeZone) - Math.floor(instantMs / 1000) * 1000;
}

/** The cinema's day at an instant, `2026-11-20`. */
export function cinemaDay(instant: Date, timeZone: string = CINEMA_TIME_ZONE): string {
  return new Date(wallMs(instant.getTime(), timeZone)).toISOString().slice(0, 10);
}

/** The cinema's clock at an instant, `18:15`. */
export function cinemaTime(instant: Date, timeZone: string = CINEMA_TIME_ZONE): string {
  return new Date(wallMs(instant.getTime(), timeZone)).toISOString().slice(11, 16);
}

/**
 * The instants at which the cinema's clock shows `clock` (`18:15`) on `day`, the earlier first: usually one, two in
 * the hour that is repeated when the clocks go back, none in the hour that is skipped when they go forward.
 */
export function toInstants(day: string, clock: string, timeZone: string = CINEMA_TIME_ZONE): Date[] {
  const wall = Date.parse(`${day}T${clock}:00Z`);
  const [ifBefore, ifAfter] = possibleInstants(wall, timeZone);
  return [...new Set([ifBefore, ifAfter])]
    .filter((instant) => wallMs(instant, timeZone) === wall)
    .toSorted((a, b) => a - b)
    .map((instant) => new Date(instant));
}

/**
 * The instant at which the cinema's clock shows `clock` on `day`; without a clock, the day's first instant. Of a
 * repeated time it is the first; a skipped time moves forward by the length of the gap (what Temporal calls
 * "compatible").
 */
export function toInstant(day: string, clock = '00:00', timeZone: string = CINEMA_TIME_ZONE): Date {
  const [first] = toInstants(day, clock, timeZone);
  return first ?? new Date(possibleInstants(Date.parse(`${day}T${clock}:00Z`), timeZone)[0]);
}

/** With the offset of a day before, and with that of a day after: between them the clocks change at most once. */
function possibleInstants(wall: number, timeZone: string): [number, number] {
  return [wall - offsetMs(wall - DAY_MS, timeZone), wall - offsetMs(wall + DAY_MS, timeZone)];
}

/** Calendar arithmetic, without any clock. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** `count` days from `first` on. */
export function daysFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}
