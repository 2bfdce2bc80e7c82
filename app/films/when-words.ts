import type { ListedFilm } from '@/lib/films/film-lists';
import { houseClock, houseDay } from '@/lib/house-time';
import { dayInWords, fullDate } from '../house/day-names';
import { capitalised } from '../house/number-words';

type Shown = Pick<ListedFilm, 'starts' | 'lastStart'>;

/** When a listed film is on: `Today, 18:15`, `Saturday 28 November, 18:15`, `Last shown 12 November 2026`. */
export function whenInWords({ starts, lastStart }: Shown, now: Date): string {
  const today = houseDay(now);
  const instants = starts.map((start) => new Date(start));
  const next = instants.find((start) => start > now);
  if (next) return `${capitalised(dayInWords(houseDay(next), today))}, ${houseClock(next)}`;
  const begun = instants.at(-1);
  if (begun) return `Today, begun at ${houseClock(begun)}`;
  return lastStart ? `Last shown ${fullDate(houseDay(new Date(lastStart)))}` : 'Not on just now';
}

/** A film that is on has words on the accent's side of the line: something to go to. */
export function isAhead({ starts }: Shown, now: Date): boolean {
  return starts.some((start) => new Date(start) > now);
}

/** In the order of what can be gone to next; what has nothing left keeps its order at the end. */
export function byNextStart<T extends Shown>(films: readonly T[], now: Date): T[] {
  const nextStart = ({ starts }: T) => starts.find((start) => new Date(start) > now) ?? '9999';
  return films.toSorted((a, b) => Number(nextStart(a) > nextStart(b)) - Number(nextStart(a) < nextStart(b)));
}
