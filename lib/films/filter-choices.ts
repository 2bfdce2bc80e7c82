/** What a programme can be narrowed by. Of one group any choice will do, only of `access` all of them. */
export const filterGroups = ['genre', 'format', 'room', 'access'] as const;
export type FilterGroup = (typeof filterGroups)[number];

/** The chosen values of each group; an empty list narrows nothing. */
export type ProgrammeFilters = Record<FilterGroup, readonly string[]>;

export const noFilters: ProgrammeFilters = { genre: [], format: [], room: [], access: [] };

/** One choice of a group, as addresses and people name it. */
export interface FilterValue {
  value: string;
  label: string;
}

/** A choice, and how many screenings it would leave beside what is chosen in the other groups. */
export interface FilterOption extends FilterValue {
  count: number;
}
export type FilterOptions = Record<FilterGroup, FilterOption[]>;
