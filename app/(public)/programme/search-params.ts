import { type FilterGroup, filterGroups, noFilters, type ProgrammeFilters } from '@/lib/films/filter-choices';

export type ProgrammeOrder = 'day' | 'film';

/** What the address of the programme can say; anything else in it is as good as nothing. */
export interface ProgrammeChoice {
  /** The first of the chosen seven days. */
  date: string;
  by: ProgrammeOrder;
  filters: ProgrammeFilters;
}

type Query = Record<string, string | string[] | undefined>;

/** `wheelchair=yes`: each kind of access has a name of its own, so that an address can be read. */
const YES = 'yes';

/**
 * `days` are those of the programme, today first: a date that is not among them is today. A filter that the programme does
 * not offer is none.
 */
export function parseSearchParams(
  query: Query,
  days: readonly string[],
  offered: ProgrammeFilters = noFilters,
): ProgrammeChoice {
  const date = typeof query.date === 'string' && days.includes(query.date) ? query.date : (days[0] ?? '');
  const chosen = (group: FilterGroup): string[] =>
    offered[group].filter((value) =>
      group === 'access' ? list(query[value]).includes(YES) : list(query[group]).includes(value),
    );
  const filters = {
    genre: chosen('genre'),
    format: chosen('format'),
    room: chosen('room'),
    access: chosen('access'),
  };
  return { date, by: query.by === 'film' ? 'film' : 'day', filters };
}

function list(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : [value].flat();
}

/** `/`, `/programme?date=2026-11-21`, `/programme?genre=comedy&wheelchair=yes`: today, by day, goes without saying. */
export function programmeHref({ date, by, filters }: ProgrammeChoice, today: string): string {
  const query = new URLSearchParams();
  if (date !== today) query.set('date', date);
  if (by === 'film') query.set('by', 'film');
  for (const group of filterGroups) {
    for (const value of filters[group]) query.append(...nameAndValue(group, value));
  }
  return query.size > 0 ? `/programme?${query}` : '/';
}

/** The name and value of a choice, for addresses and forms. */
export function nameAndValue(group: FilterGroup, value: string): [name: string, value: string] {
  return group === 'access' ? [value, YES] : [group, value];
}

export function filterCount({ filters }: ProgrammeChoice): number {
  return filterGroups.reduce((sum, group) => sum + filters[group].length, 0);
}

/** The same choice with one filter more, or one less where it was chosen. */
export function withToggled(choice: ProgrammeChoice, group: FilterGroup, value: string): ProgrammeChoice {
  const chosen = choice.filters[group];
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  return { ...choice, filters: { ...choice.filters, [group]: next } };
}

export function withoutFilters(choice: ProgrammeChoice): ProgrammeChoice {
  return { ...choice, filters: noFilters };
}
