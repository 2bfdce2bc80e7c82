import type { ProgrammeDay } from '@/lib/films/schema';
import { formatDayRange } from '../house/day-names';

/** `4 screenings of 2 films to come, 20 to 26 November`: what is left of these days, said after each change. */
export function resultInWords(days: readonly ProgrammeDay[], now: Date): string {
  const range = formatDayRange(days[0]?.date ?? '', days.at(-1)?.date ?? '').replace('–', ' to ');
  const ahead = days.flatMap(({ films }) =>
    films.flatMap(({ film, screenings }) =>
      screenings.filter(({ startsAt }) => new Date(startsAt) > now).map(() => film.slug),
    ),
  );
  if (ahead.length === 0) return `No screening to come, ${range}.`;
  const films = new Set(ahead).size;
  const ofFilms = films === 1 ? '1 film' : `${films} films`;
  return `${ahead.length === 1 ? '1 screening' : `${ahead.length} screenings`} of ${ofFilms} to come, ${range}.`;
}
