import Link from 'next/link';
import { type FilterOptions, filterGroups } from '@/lib/films/filter-choices';
import { filterCount, programmeHref, type ProgrammeChoice, withoutFilters, withToggled } from './address';
import { Fetching } from './fetching';

interface FilterChipsProps {
  choice: ProgrammeChoice;
  options: FilterOptions;
  today: string;
}

/** The chip is gone then: the next one, else where filters are chosen. */
const AFTER_A_CHIP = '.chips a, .tools-button, .pick summary';

/** What is in force, each with the way to take it back. */
export function FilterChips({ choice, options, today }: FilterChipsProps) {
  const count = filterCount(choice);
  if (count === 0) return null;
  const chosen = filterGroups.flatMap((group) =>
    options[group]
      .filter(({ value }) => choice.filters[group].includes(value))
      .map(({ value, label }) => ({ group, value, label })),
  );
  return (
    <ul className="chips" aria-label="Filters in force">
      {chosen.map(({ group, value, label }) => (
        <li key={`${group}-${value}`}>
          <Link
            className="chip"
            href={programmeHref(withToggled(choice, group, value), today)}
            prefetch={false}
            scroll={false}
            data-keep-focus={AFTER_A_CHIP}
          >
            <span className="hidden">Remove </span>
            {label} <b aria-hidden="true">×</b>
            <Fetching />
          </Link>
        </li>
      ))}
      <li>
        <Link
          className="chip clear"
          href={programmeHref(withoutFilters(choice), today)}
          prefetch={false}
          scroll={false}
          data-keep-focus={AFTER_A_CHIP}
        >
          Clear {count === 1 ? 'the filter' : 'all filters'}
          <Fetching />
        </Link>
      </li>
    </ul>
  );
}
