import { addDays, daysFrom, houseDay, houseInstant } from '../house-time';
import { listScreeningsBetween } from '../screenings/screenings';
import { filmsBySlug } from './films';
import { toProgrammeDays } from './programme-days';
import type { Programme } from './schema';

export const PROGRAMME_DAYS = 14;

/** What the house shows from today on. Three queries, whatever the number of days. */
export async function listProgramme(now: Date, days: number = PROGRAMME_DAYS): Promise<Programme> {
  const today = houseDay(now);
  const screenings = await listScreeningsBetween(houseInstant(today), houseInstant(addDays(today, days)));
  const films = await filmsBySlug(screenings.map(({ filmId }) => filmId));
  return { today, days: toProgrammeDays(daysFrom(today, days), screenings, films, now) };
}
