import type { AuditoriumSnapshot } from '@/lib/films/auditorium-page';
import type { Film } from '@/lib/films/schema';
import { cinemaDay } from '@/lib/house-time';
import type { Screening } from '@/lib/screenings/schema';

interface DayAhead {
  day: string;
  showings: { film: Film; screening: Screening }[];
}

/** Of what is kept for a whole day, the screenings that have not begun by `now`, under the days on which they begin. */
export function screeningsAhead(
  { screenings, films }: Pick<AuditoriumSnapshot, 'screenings' | 'films'>,
  now: Date,
): DayAhead[] {
  const bySlug = new Map(films.map((film) => [film.slug, film]));
  const days = new Map<string, DayAhead>();
  for (const { filmId, screening } of screenings) {
    const startsAt = new Date(screening.startsAt);
    const film = bySlug.get(filmId);
    if (!film || startsAt <= now) continue;
    const day = cinemaDay(startsAt);
    const ofDay = days.get(day) ?? { day, showings: [] };
    ofDay.showings.push({ film, screening });
    days.set(day, ofDay);
  }
  return [...days.values()];
}
