import { addDays, daysFrom, cinemaDay, toInstant } from '../cinema-time';
import { listScreeningsBetween, type ScreeningWithFilmId } from '../screenings/screenings';
import { filmsBySlug } from './films';
import { toProgrammeDays } from './programme-days';
import type { Film, Programme } from './schema';

export const PROGRAMME_DAYS = 14;

/** What is stored of the days from `today` on: the same at every hour of that day, so that it can be kept. */
export interface ProgrammeSnapshot {
  today: string;
  screenings: ScreeningWithFilmId[];
  films: Film[];
}

/** What the house shows from today on. Three queries, whatever the number of days. */
export async function listProgramme(now: Date): Promise<Programme> {
  return toProgramme(await findProgrammeSnapshot(cinemaDay(now)), now);
}

/** Three queries. */
export async function findProgrammeSnapshot(today: string): Promise<ProgrammeSnapshot> {
  const end = toInstant(addDays(today, PROGRAMME_DAYS));
  const screenings = await listScreeningsBetween(toInstant(today), end);
  const films = await filmsBySlug(screenings.map(({ filmId }) => filmId));
  return { today, screenings, films: [...films.values()] };
}

/** Sorts out what has begun by `now`. */
export function toProgramme({ today, screenings, films }: ProgrammeSnapshot, now: Date): Programme {
  const bySlug = new Map(films.map((film) => [film.slug, film]));
  return { today, days: toProgrammeDays(daysFrom(today, PROGRAMME_DAYS), screenings, bySlug, now) };
}
