import { cinemaDay } from '../cinema-time';
import type { AccessFeature, Screening } from '../screenings/schema';
import type { ScreeningWithFilmId } from '../screenings/screenings';
import {
  type FilterGroup,
  filterGroups,
  type FilterOption,
  type FilterOptions,
  type FilterValue,
  type ProgrammeFilters,
} from './filter-choices';
import type { ProgrammeSnapshot } from './programme';
import type { Film } from './schema';
import { normalizeForSearch } from './search-terms';

/** As in addresses. */
const accessFilters = ['subtitles', 'described', 'relaxed', 'wheelchair'] as const;
type AccessFilter = (typeof accessFilters)[number];

const access: Record<AccessFilter, { feature: AccessFeature; label: string }> = {
  subtitles: { feature: 'subtitled', label: 'Subtitled' },
  described: { feature: 'audio-described', label: 'Audio described' },
  relaxed: { feature: 'relaxed', label: 'Relaxed' },
  wheelchair: { feature: 'wheelchair', label: 'Wheelchair place' },
};

/** The choices under which a screening falls. */
const valuesOf: Record<FilterGroup, (film: Film | undefined, screening: Screening) => FilterValue[]> = {
  genre: (film) => (film?.genres ?? []).map((genre) => ({ value: addressWord(genre), label: genre })),
  format: (_, { format }) => [{ value: addressWord(format), label: capitalised(format) }],
  room: (_, { auditorium: { id, name } }) => [{ value: id, label: name }],
  access: (_, { features }) =>
    accessFilters
      .filter((value) => features.includes(access[value].feature))
      .map((value) => ({ value, label: access[value].label })),
};

/** `Science fiction` is `science-fiction` in addresses, `35 mm` is `35-mm`. */
function addressWord(name: string): string {
  return normalizeForSearch(name).replaceAll(' ', '-');
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** What is stored of the programme, narrowed. The films are all there still. */
export function filterProgramme(snapshot: ProgrammeSnapshot, filters: ProgrammeFilters): ProgrammeSnapshot {
  if (filterGroups.every((group) => filters[group].length === 0)) return snapshot;
  const fits = fitting(snapshot.films, filters);
  return { ...snapshot, screenings: snapshot.screenings.filter((screening) => fits(screening)) };
}

/**
 * Every choice that the programme offers, with the number of screenings on `dates` after `now` that it would leave: for a
 * choice of `access` beside all that is chosen, for one of another group beside what the other groups say.
 */
export function listFilterOptions(
  snapshot: ProgrammeSnapshot,
  filters: ProgrammeFilters,
  dates: readonly string[],
  now: Date,
): FilterOptions {
  const bySlug = new Map(snapshot.films.map((film) => [film.slug, film]));
  const counted = snapshot.screenings.filter(({ screening: { startsAt } }) => {
    const start = new Date(startsAt);
    return start > now && dates.includes(cinemaDay(start));
  });
  const optionsOf = (group: FilterGroup): FilterOption[] => {
    // In `access` another choice narrows what is left; elsewhere it adds to what its group lets through.
    const fits = fitting(snapshot.films, group === 'access' ? filters : { ...filters, [group]: [] });
    const counts = new Map<string, number>();
    for (const one of counted.filter(fits)) {
      for (const { value } of valuesOf[group](bySlug.get(one.filmId), one.screening)) {
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    return offered(group, snapshot, bySlug).map(({ value, label }) => ({
      value,
      label,
      count: counts.get(value) ?? 0,
    }));
  };
  return forEachGroup(optionsOf);
}

/** The values that the programme offers, on whatever day: an address may ask for these. */
export function availableFilters(snapshot: ProgrammeSnapshot): ProgrammeFilters {
  const bySlug = new Map(snapshot.films.map((film) => [film.slug, film]));
  return forEachGroup((group) => offered(group, snapshot, bySlug).map(({ value }) => value));
}

/** All of `access`, whatever is on; of the others what the programme has, by name. */
function offered(
  group: FilterGroup,
  { screenings }: ProgrammeSnapshot,
  films: ReadonlyMap<string, Film>,
): FilterValue[] {
  if (group === 'access') return accessFilters.map((value) => ({ value, label: access[value].label }));
  const values = screenings.flatMap(({ filmId, screening }) => valuesOf[group](films.get(filmId), screening));
  const labels = new Map(values.map(({ value, label }) => [value, label]));
  return [...labels]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'));
}

function forEachGroup<T>(make: (group: FilterGroup) => T): Record<FilterGroup, T> {
  return { genre: make('genre'), format: make('format'), room: make('room'), access: make('access') };
}

function fitting(films: readonly Film[], filters: ProgrammeFilters): (one: ScreeningWithFilmId) => boolean {
  const bySlug = new Map(films.map((film) => [film.slug, film]));
  return ({ filmId, screening }) =>
    filterGroups.every((group) => {
      const wanted = filters[group];
      if (wanted.length === 0) return true;
      const own = new Set(valuesOf[group](bySlug.get(filmId), screening).map(({ value }) => value));
      return group === 'access'
        ? wanted.every((value) => own.has(value))
        : wanted.some((value) => own.has(value));
    });
}
