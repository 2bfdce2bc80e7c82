import { addDays, cinemaDay, cinemaTime, toInstants } from '../cinema-time';
import { cellText } from './cells';
import { RowError } from './errors';
import { type DateOrder, readReleaseDate } from './release-date';

const UNREADABLE = 'its time cannot be read';
const LAST_HOUR = 29;
/** `20:30`, `20.30`, `20h30`, `20h`, `8pm`, `8.30 p.m.`, `20:30 Uhr`, each with an offset behind it or not. */
const CLOCK =
  /^(\d{1,2})(?:(?:[:.]|\s?h\s?)(\d{2}))?(?::00(?:\.0+)?)?\s*(uhr|h)?\s*(?:([ap])\.?(?:\s?m\.?)?)?\s*(z|[+-](?:0\d|1[0-4]):?\d{2})?$/i;
const FOUR_DIGITS = /^(\d{2})(\d{2})$/;
const RANGE = /^(.*\d.*?)\s*(?:[-–—]|\bto\b|\bbis\b)\s*\d{1,2}(?:[:.h]?\d{2})?\s*(?:uhr|h|[ap]\.?m\.?)?$/i;
/** Day and clock in one cell; a day has no colon, so what follows is not part of it. */
const START = /^([^:]+?)(?:\s*T|,?\s+)(\d{1,2}(?:[:.]\d{2}(?![.\d])|\s?h|\s?uhr|\s?[ap]\.?\s?m).*|noon)$/i;

interface Clock {
  /** `20:30`. */
  clock: string;
  /** Of hours from 24 on: the next day by the clock. */
  daysLater: 0 | 1;
  offset: string | null;
}

/**
 * When a screening starts, by the cinema's clock: `date` and `time` (`20:30`, `8.30 pm`, `24:30` for half past midnight of the
 * next day), or both in `start` (`2026-11-27 20:30`). With an offset it is an instant, whatever the cinema's own is. A time
 * that the night leaves out is refused; one that comes twice needs its offset.
 */
export function readStart(
  row: { date?: unknown; time?: unknown; start?: unknown },
  order: DateOrder | null,
): Date {
  const { dayText, timeText, isIso } = readParts(row);
  const { date } = readReleaseDate(dayText, order);
  if (date === null) throw new RowError('its date cannot be read', `“${dayText}” is no day`);
  const { clock, daysLater, offset } = readClock(timeText);
  const day = addDays(date, daysLater);
  const instants = toInstants(day, clock);
  const offsets = instants.map((instant) => offsetOf(instant, day, clock));
  if (offset !== null) {
    // `09:00-11:00` is a range, not an offset in the Pacific; ISO 8601 with its T is unambiguous.
    const isOffset = isIso || !offset.startsWith('-') || offsets.includes(offset);
    if (!isOffset) throw rangeError(timeText, clock);
    return new Date(`${day}T${clock}:00${offset}`);
  }
  const [first, second] = instants;
  if (!first) {
    const detail = `the clocks go forward in the night of ${day} and leave out ${clock}`;
    throw new RowError('a time that does not exist', detail);
  }
  if (!second) return first;
  const detail = `${clock} on ${day}: write ${clock}${offsets[0]} for the first, ${clock}${offsets[1]} for the second`;
  throw new RowError('a time that comes twice', detail);
}

function readParts(row: { date?: unknown; time?: unknown; start?: unknown }): {
  dayText: string;
  timeText: string;
  isIso: boolean;
} {
  const start = cellText(row.start) ?? '';
  const [, startDay, startTime] = START.exec(start) ?? [];
  const [dayText, timeText] = [cellText(row.date) ?? startDay, cellText(row.time) ?? startTime];
  if (dayText === undefined || timeText === undefined) {
    throw new RowError('no time', 'a date and a time, or a start with both');
  }
  return { dayText, timeText, isIso: /^\d{4}-\d{2}-\d{2}T/.test(start) };
}

function readClock(text: string): Clock {
  if (/^(?:12\s?)?noon$/i.test(text)) return { clock: '12:00', daysLater: 0, offset: null };
  const [, hourText, minuteText, unit, half, offset] = CLOCK.exec(text) ?? FOUR_DIGITS.exec(text) ?? [];
  const [written, minute] = [Number(hourText), Number(minuteText ?? 0)];
  const isTwelve = half !== undefined && written >= 1 && written <= 12;
  const hour = isTwelve ? (written % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : written;
  // A bare `8` may be either half of the day, or no time at all.
  const isTime = hourText !== undefined && (minuteText ?? unit ?? half) !== undefined;
  if (!isTime || hour > LAST_HOUR || minute > 59 || (half !== undefined && !isTwelve)) throw unreadable(text);
  const clock = `${twoDigits(hour % 24)}:${twoDigits(minute)}`;
  const isoOffset = offset?.replace(/^z$/i, '+00:00').replace(/(\d{2}):?(\d{2})$/, '$1:$2');
  return { clock, daysLater: hour >= 24 ? 1 : 0, offset: isoOffset ?? null };
}

function unreadable(text: string): RowError {
  const start = RANGE.exec(text)?.[1];
  if (start !== undefined && (CLOCK.test(start) || FOUR_DIGITS.test(start))) return rangeError(text, start);
  return new RowError(UNREADABLE, `“${text}”; write it as 20:30`);
}

function rangeError(text: string, start: string): RowError {
  return new RowError(UNREADABLE, `“${text}” is a range; write only the start, ${start}`);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** `+01:00`: how far the cinema's clock is ahead of UTC at this instant. */
function offsetOf(instant: Date, day: string, clock: string): string {
  const minutes = (Date.parse(`${day}T${clock}Z`) - instant.getTime()) / 60_000;
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

/** A start in the cinema's local time: `2026-11-27 20:30`. */
export function formatStart(startsAt: Date): string {
  return `${cinemaDay(startsAt)} ${cinemaTime(startsAt)}`;
}
