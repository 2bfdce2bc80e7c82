import { cinema } from '@/lib/cinema';
import type { FilmInList } from '@/lib/films/schema';
import type { FilmListItem } from '@/lib/films/film-lists';
import { cinemaDay, cinemaTime } from '@/lib/cinema-time';
import { formatDay, fullDate } from '@/app/_format/dates';
import { capitalize } from '@/app/_format/numbers';

const names = new Intl.ListFormat(cinema.locale, { type: 'conjunction' });

function line(film: FilmInList, minutes: string): string {
  const facts = [names.format(film.directors), String(film.year), `${film.runtimeMinutes} ${minutes}`];
  if (film.certificate) facts.push(film.certificate);
  return facts.filter(Boolean).join(', ');
}

/** `Sofia Coppola, 2003, 102 min, from 16`; without a label that is no longer one of the cinema's. */
export function formatFilmMeta(film: FilmInList): string {
  return line(film, 'min');
}

/** `Sofia Coppola, 2003, 102 minutes, from 16`. */
export function formatFilmMetaLong(film: FilmInList): string {
  return line(film, film.runtimeMinutes === 1 ? 'minute' : 'minutes');
}

type Shown = Pick<FilmListItem, 'starts' | 'lastStart'>;

/** When a listed film is on: `Today, 18:15`, `Saturday 28 November, 18:15`, `Last shown 12 November 2026`. */
export function formatNextDate({ starts, lastStart }: Shown, now: Date): string {
  const today = cinemaDay(now);
  const instants = starts.map((start) => new Date(start));
  const next = instants.find((start) => start > now);
  if (next) return `${capitalize(formatDay(cinemaDay(next), today))}, ${cinemaTime(next)}`;
  const begun = instants.at(-1);
  if (begun) return `Today, started at ${cinemaTime(begun)}`;
  return lastStart ? `Last shown ${fullDate(cinemaDay(new Date(lastStart)))}` : 'Not showing at the moment';
}

/** Whether the film has an upcoming screening; its date is then highlighted. */
export function isUpcoming({ starts }: Shown, now: Date): boolean {
  return starts.some((start) => new Date(start) > now);
}

/** Sorts films by their next screening; those without one keep their order at the end. */
export function compareNextStart<T extends Shown>(films: readonly T[], now: Date): T[] {
  const nextStart = ({ starts }: T) => starts.find((start) => new Date(start) > now) ?? '9999';
  return films.toSorted((a, b) => Number(nextStart(a) > nextStart(b)) - Number(nextStart(a) < nextStart(b)));
}
