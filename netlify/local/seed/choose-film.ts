import { hash } from '../../../lib/posters/random';
import { catalogue, type CatalogueFilm } from './catalogue';
import { filmsOnRun, runOrder, type SlotKind, slotsOf } from './cinema-week';
import { auditoriums } from './auditoriums';

/** What there is to choose from. */
export interface Repertoire {
  films: readonly CatalogueFilm[];
  /** Slugs in the order in which they open. */
  runOrder: readonly string[];
}

export interface SlotPlace {
  week: number;
  /** Days since the Friday on which it began. */
  weekDay: number;
  auditorium: string;
  /** Which of the auditorium's slots of the day. */
  index: number;
}

/** The films for a slot, best first; the planner takes the first one that fits its time. */
export function candidatesFor(kind: SlotKind, place: SlotPlace, repertoire: Repertoire): CatalogueFilm[] {
  const onRun = filmsOnRun(place.week, repertoire.runOrder);
  const running = new Set(Object.values(onRun).flat());
  const bySlug = new Map(repertoire.films.map((film) => [film.slug, film]));
  const ownRun = (onRun[place.auditorium] ?? []).flatMap((slug) => bySlug.get(slug) ?? []);
  if (kind === 'run-1') ownRun.reverse();
  const others = inTurn(repertoire.films.filter(belongsTo(kind)), kind, place).filter(
    (film) => !running.has(film.slug),
  );
  return kind === 'run-0' || kind === 'run-1' ? [...ownRun, ...others] : [...others, ...ownRun];
}

function belongsTo(kind: SlotKind): (film: CatalogueFilm) => boolean {
  switch (kind) {
    case 'family':
      return (film) => film.strands.includes('family');
    case 'late':
      return (film) => film.strands.includes('late');
    case 'large':
      return (film) => film.prints.includes('70 mm');
    case 'nightcap':
      return (film) => film.strands.includes('repertory') && film.runtimeMinutes <= NIGHTCAP_MINUTES;
    default:
      return (film) => film.strands.includes('repertory');
  }
}

const NIGHTCAP_MINUTES = 105;
// Slots begin so far apart in the order, so that one whose film is too long takes none of its neighbours'.
const STRIDE = 4;

/**
 * A mixed order that goes on from week to week. The second half of a week's slots repeats the first, so a classic
 * comes twice, some days apart, and then not for weeks.
 */
function inTurn(films: CatalogueFilm[], kind: SlotKind, place: SlotPlace): CatalogueFilm[] {
  if (films.length === 0) return [];
  const mixed = films.toSorted((a, b) => hash(`${kind} ${a.slug}`) - hash(`${kind} ${b.slug}`));
  const places = placesOf(kind);
  const ordinal = places.indexOf(nameOf(place));
  const half = Math.ceil(places.length / 2);
  const turn = STRIDE * (place.week * half + (Math.max(ordinal, 0) % half));
  const first = ((turn % mixed.length) + mixed.length) % mixed.length;
  return [...mixed.slice(first), ...mixed.slice(0, first)];
}

function nameOf({ weekDay, auditorium, index }: Omit<SlotPlace, 'week'>): string {
  return `${weekDay} ${auditorium} ${index}`;
}

/** The names of a week's slots of a kind, in the order in which they come. */
function placesOf(kind: SlotKind): string[] {
  return [0, 1, 2, 3, 4, 5, 6].flatMap((weekDay) =>
    auditoriums.flatMap(({ id: auditorium }) =>
      slotsOf(weekDay, auditorium).flatMap((slot, index) =>
        slot.kind === kind ? [nameOf({ weekDay, auditorium, index })] : [],
      ),
    ),
  );
}

/** Few films for tests, each of them on every day but the family film and the one for the night. */
const SMALL_RUN = [
  'the-matrix',
  'perfect-days',
  'lost-in-translation',
  'past-lives',
  'fargo',
  'the-quiet-girl',
];
const SMALL = [...SMALL_RUN, 'paddington-2', 'the-mist'];

export const repertoires: Record<'full' | 'small', Repertoire> = {
  full: { films: catalogue, runOrder },
  small: { films: catalogue.filter(({ slug }) => SMALL.includes(slug)), runOrder: SMALL_RUN },
};
