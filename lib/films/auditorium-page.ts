import { addDays, toInstant } from '../cinema-time';
import { findAuditorium } from '../screenings/auditoriums';
import type { Auditorium } from '../screenings/schema';
import { listScreeningsIn, type ScreeningWithFilmId } from '../screenings/screenings';
import { filmsBySlug } from './films';
import type { Film } from './schema';

const DAYS = 7;

/** An auditorium with what it shows in the days from `today` on: the same at every hour of that day. */
export interface AuditoriumSnapshot {
  auditorium: Auditorium;
  screenings: ScreeningWithFilmId[];
  films: Film[];
}

/** Null for an auditorium that the house does not have. `today` is the house's. Three queries. */
export async function findAuditoriumSnapshot(id: string, today: string): Promise<AuditoriumSnapshot | null> {
  const auditorium = await findAuditorium(id);
  if (!auditorium) return null;
  const end = toInstant(addDays(today, DAYS));
  const screenings = await listScreeningsIn(auditorium, toInstant(today), end);
  const films = await filmsBySlug(screenings.map(({ filmId }) => filmId));
  return { auditorium, screenings, films: [...films.values()] };
}
