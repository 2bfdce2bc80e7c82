import type { Film, ProgrammeDay } from '@/lib/films/schema';
import type { Screening } from '@/lib/screenings/schema';

export interface FilmOfDays {
  film: Film;
  /** Not begun yet, soonest first. */
  screenings: Screening[];
}

/** The films of some days in the order of their next screening, each once. */
export function filmsOfDays(days: readonly ProgrammeDay[], now: Date): FilmOfDays[] {
  const bySlug = new Map<string, FilmOfDays>();
  for (const { film, screenings } of days.flatMap((day) => day.films)) {
    const ahead = screenings.filter(({ startsAt }) => new Date(startsAt) > now);
    const known = bySlug.get(film.slug);
    if (known) known.screenings.push(...ahead);
    else bySlug.set(film.slug, { film, screenings: ahead });
  }
  return [...bySlug.values()]
    .filter(({ screenings }) => screenings.length > 0)
    .toSorted((a, b) => startOf(a) - startOf(b));
}

function startOf({ screenings }: FilmOfDays): number {
  return Date.parse(screenings[0]?.startsAt ?? '');
}
