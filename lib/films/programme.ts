import { addDays, cinemaDay, daysFrom, toInstant } from '../cinema-time';
import { findAuditorium } from '../screenings/auditoriums';
import type { Auditorium, Screening } from '../screenings/schema';
import { listScreeningsBetween, listScreeningsIn, type ScreeningWithFilmId } from '../screenings/screenings';
import { withSeatsLeft } from '../orders/availability';
import { filmsBySlug } from './films';
import type { Film, Programme, ProgrammeDay } from './schema';

export const PROGRAMME_DAYS = 14;

/** What is stored of the days from `today` on: the same at every hour of that day, so that it can be cached. */
export interface ProgrammeSnapshot {
  today: string;
  screenings: ScreeningWithFilmId[];
  films: Film[];
}

/** What the cinema shows from today on. Four queries, whatever the number of days. */
export async function listProgramme(now: Date): Promise<Programme> {
  return toProgramme(await findProgrammeSnapshot(cinemaDay(now)), now);
}

/** Four queries. */
export async function findProgrammeSnapshot(today: string): Promise<ProgrammeSnapshot> {
  const end = toInstant(addDays(today, PROGRAMME_DAYS));
  const found = await listScreeningsBetween(toInstant(today), end);
  const [films, screenings] = await Promise.all([
    filmsBySlug(found.map(({ filmId }) => filmId)),
    withSeatsLeft(found),
  ]);
  return { today, screenings, films: [...films.values()] };
}

/** The programme at `now`: separates screenings that have started. */
export function toProgramme({ today, screenings, films }: ProgrammeSnapshot, now: Date): Programme {
  const bySlug = new Map(films.map((film) => [film.slug, film]));
  return { today, days: toProgrammeDays(daysFrom(today, PROGRAMME_DAYS), screenings, bySlug, now) };
}

/** One film's screenings on one day, including those that have started, soonest first. */
interface Showings {
  film: Film;
  screenings: Screening[];
}

/**
 * Groups screenings (soonest first) by day. Each day lists films with upcoming screenings by their next one, and
 * separately those whose screenings have all started, latest first. Days without screenings are included.
 */
export function toProgrammeDays(
  dates: readonly string[],
  screenings: readonly ScreeningWithFilmId[],
  films: ReadonlyMap<string, Film>,
  now: Date,
): ProgrammeDay[] {
  const byDay = groupBy(screenings, ({ screening }) => cinemaDay(new Date(screening.startsAt)));
  return dates.map((date) => {
    const ofDay = byDay.get(date) ?? [];
    const showings = [...groupBy(ofDay, ({ filmId }) => filmId)].map(([filmId, list]) =>
      toShowings(filmId, list, films),
    );
    const ahead = showings.filter(({ screenings: list }) => nextStart(list, now) !== undefined);
    const over = showings.filter(({ screenings: list }) => nextStart(list, now) === undefined);
    return {
      date,
      screeningCount: ofDay.length,
      films: ahead.toSorted((a, b) =>
        compare(nextStart(a.screenings, now) ?? '', nextStart(b.screenings, now) ?? ''),
      ),
      started: over.toSorted((a, b) =>
        compare(b.screenings.at(-1)?.startsAt ?? '', a.screenings.at(-1)?.startsAt ?? ''),
      ),
    };
  });
}

function toShowings(filmId: string, list: ScreeningWithFilmId[], films: ReadonlyMap<string, Film>): Showings {
  const film = films.get(filmId);
  if (!film) throw new Error(`A screening shows ${filmId}, which is not stored`);
  return { film, screenings: list.map(({ screening }) => screening) };
}

function nextStart(list: readonly Screening[], now: Date): string | undefined {
  return list.find(({ startsAt }) => new Date(startsAt) > now)?.startsAt;
}

/** ISO 8601 in UTC sorts as text. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** `Map.groupBy`, which Node 20 lacks. */
function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

const DAYS = 7;

/** An auditorium with what it shows in the days from `today` on: the same at every hour of that day. */
export interface AuditoriumSnapshot {
  auditorium: Auditorium;
  screenings: ScreeningWithFilmId[];
  films: Film[];
}

/** Null for an auditorium that the cinema does not have. `today` is the cinema's. Four queries. */
export async function findAuditoriumSnapshot(id: string, today: string): Promise<AuditoriumSnapshot | null> {
  const auditorium = await findAuditorium(id);
  if (!auditorium) return null;
  const end = toInstant(addDays(today, DAYS));
  const found = await listScreeningsIn(auditorium, toInstant(today), end);
  const [films, screenings] = await Promise.all([
    filmsBySlug(found.map(({ filmId }) => filmId)),
    withSeatsLeft(found),
  ]);
  return { auditorium, screenings, films: [...films.values()] };
}
