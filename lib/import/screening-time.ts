import { cinemaTime, cinemaDay, toInstants } from '../house-time';
import { cellText } from './cells';
import { RowError } from './refused-line';
import { type DateOrder, readReleaseDate } from './release-date';

const UNREADABLE = 'its time cannot be read';
const CLOCK = /^(\d{1,2})[:.](\d{2})(?::00(?:\.0+)?)?\s*([ap])?\.?(?:m\.?)?\s*(z|[+-]\d{2}:?\d{2})?$/i;

/**
 * When a screening starts, by the house's clock: `date` and `time` (`20:30`, `8.30 pm`), or both in `start`
 * (`2026-11-27 20:30`). A time that the night leaves out is refused; one that comes twice needs its offset.
 */
export function readStart(
  row: { date?: unknown; time?: unknown; start?: unknown },
  order: DateOrder | null,
): Date {
  const [day, clock, offset] = readParts(row, order);
  const instants = toInstants(day, clock);
  const [first, second] = instants;
  if (!first) {
    const detail = `the clocks go forward in the night of ${day} and leave out ${clock}`;
    throw new RowError('a time that does not exist', detail);
  }
  if (offset === null && !second) return first;
  const offsets = instants.map((instant) => offsetOf(instant, day, clock));
  const at = offsets.indexOf(offset ?? '');
  if (at >= 0) return instants[at] ?? first;
  if (offset === null) {
    const detail = `${clock} on ${day}: write ${clock}${offsets[0]} for the first, ${clock}${offsets[1]} for the second`;
    throw new RowError('a time that comes twice', detail);
  }
  throw new RowError(
    UNREADABLE,
    `${offset} is not the house’s time on ${day}, which is ${offsets.join(' or ')}`,
  );
}

function readParts(
  row: { date?: unknown; time?: unknown; start?: unknown },
  order: DateOrder | null,
): [day: string, clock: string, offset: string | null] {
  const [, startDay, startTime] = /^(.+?)[T ]+(\d{1,2}[:.].*)$/.exec(cellText(row.start) ?? '') ?? [];
  const [dayText, timeText] = [cellText(row.date) ?? startDay, cellText(row.time) ?? startTime];
  if (dayText === undefined || timeText === undefined) {
    throw new RowError('no time', 'a date and a time, or a start with both');
  }
  const { date } = readReleaseDate(dayText, order);
  if (date === null) throw new RowError('its date cannot be read', `“${dayText}” is no day`);
  return [date, ...readClock(timeText)];
}

function readClock(text: string): [clock: string, offset: string | null] {
  const [, hourText, minute = '', half, offset] = CLOCK.exec(text) ?? [];
  const written = Number(hourText);
  const isTwelve = half !== undefined && written >= 1 && written <= 12;
  const hour = isTwelve ? (written % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : written;
  const exists =
    hourText !== undefined && hour <= 23 && Number(minute) <= 59 && (half === undefined || isTwelve);
  if (!exists) throw new RowError(UNREADABLE, `“${text}”; write it as 20:30`);
  const clock = `${String(hour).padStart(2, '0')}:${minute}`;
  if (offset === undefined) return [clock, null];
  return [clock, /^z$/i.test(offset) ? '+00:00' : offset.replace(/(\d{2}):?(\d{2})$/, '$1:$2')];
}

/** `+01:00`: how far the house's clock is ahead of UTC at this instant. */
function offsetOf(instant: Date, day: string, clock: string): string {
  const minutes = (Date.parse(`${day}T${clock}Z`) - instant.getTime()) / 60_000;
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

/** `Friday's date and clock`, as the house says it: `2026-11-27 20:30`. */
export function formatStart(startsAt: Date): string {
  return `${cinemaDay(startsAt)} ${cinemaTime(startsAt)}`;
}
