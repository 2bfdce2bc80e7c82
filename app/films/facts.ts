import { cinema } from '@/lib/cinema';
import type { FilmInList } from '@/lib/films/schema';

const names = new Intl.ListFormat(cinema.locale, { type: 'conjunction' });

function line(film: FilmInList, minutes: string): string {
  const facts = [names.format(film.directors), String(film.year), `${film.runtimeMinutes} ${minutes}`];
  if (film.certificate) facts.push(film.certificate);
  return facts.filter(Boolean).join(', ');
}

/** `Sofia Coppola, 2003, 102 min, from 16`; a film without a label of the house shows none. */
export function formatFilmMeta(film: FilmInList): string {
  return line(film, 'min');
}

/** `Sofia Coppola, 2003, 102 minutes, from 16`. */
export function longFacts(film: FilmInList): string {
  return line(film, film.runtimeMinutes === 1 ? 'minute' : 'minutes');
}
