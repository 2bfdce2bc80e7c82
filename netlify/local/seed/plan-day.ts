import { daysFrom, toInstant } from '../../../lib/cinema-time';
import type { NewScreening } from '../../../lib/screenings/screenings';
import { candidatesFor, type Repertoire } from './choose-film';
import { cinema } from '../../../lib/cinema';
import type { CatalogueFilm } from './catalogue';
import { cinemaWeek, type SlotKind, slotsOf } from './cinema-week';
import { auditoriums } from './auditoriums';
import { chooseFormat, choosePresentation, pricesFor } from './presentation';

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

const MINUTE_MS = 60_000;
const GRID_MINUTES = 5;
/** How much later than aimed at a screening may begin because of the one before. */
const LATEST_START_MINUTES = 25;
const CLOSING = { usual: 24 * 60 + 45, lateNights: 26 * 60 };

/** One showing before it has an instant: minutes of the cinema's clock. */
interface Showing {
  film: CatalogueFilm;
  kind: SlotKind;
  startMinutes: number;
}

/**
 * The cinema's screenings of a day. Nothing but the day and the repertoire decides: planned today or in a fortnight,
 * the same day is the same.
 */
export function planDay(day: string, repertoire: Repertoire): NewScreening[] {
  const shownToday = new Set<string>();
  return auditoriums.flatMap(({ id, cleaningMinutes }) =>
    fillAuditorium(day, id, cleaningMinutes, repertoire, shownToday).map((showing) =>
      toScreening(day, id, showing),
    ),
  );
}

function fillAuditorium(
  day: string,
  auditorium: string,
  cleaningMinutes: number,
  repertoire: Repertoire,
  shownToday: Set<string>,
): Showing[] {
  const { week, weekDay } = cinemaWeek(day);
  const slots = slotsOf(weekDay, auditorium);
  const closing = weekDay < 2 ? CLOSING.lateNights : CLOSING.usual;
  const showings: Showing[] = [];
  let freeFrom = 0;
  for (const [index, { time, kind }] of slots.entries()) {
    const startMinutes = Math.max(toMinutes(time), onGrid(freeFrom));
    const next = slots[index + 1];
    const before = next ? toMinutes(next.time) + LATEST_START_MINUTES - cleaningMinutes : closing;
    const roomMinutes = before - startMinutes - cinema.trailerMinutes;
    const fitting = candidatesFor(kind, { week, weekDay, auditorium, index }, repertoire).filter(
      ({ runtimeMinutes }) => runtimeMinutes <= roomMinutes,
    );
    const isRun = kind === 'run-0' || kind === 'run-1';
    const film = fitting.find(({ slug }) => isRun || !shownToday.has(slug)) ?? fitting[0];
    if (!film) continue;
    shownToday.add(film.slug);
    showings.push({ film, kind, startMinutes });
    freeFrom = startMinutes + cinema.trailerMinutes + film.runtimeMinutes + cleaningMinutes;
  }
  return showings;
}

function toScreening(day: string, auditoriumId: string, showing: Showing): NewScreening {
  const { film, kind, startMinutes } = showing;
  const clock = toClock(startMinutes);
  const startsAt = toInstant(day, clock);
  const format = chooseFormat(film, auditoriumId, clock, kind);
  return {
    filmId: film.slug,
    auditoriumId,
    startsAt,
    endsAt: new Date(startsAt.getTime() + (cinema.trailerMinutes + film.runtimeMinutes) * MINUTE_MS),
    format,
    ...choosePresentation(film, { auditorium: auditoriumId, day, clock, kind, format }),
    prices: pricesFor(film, clock, format),
  };
}

function toMinutes(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

function toClock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function onGrid(minutes: number): number {
  return Math.ceil(minutes / GRID_MINUTES) * GRID_MINUTES;
}
