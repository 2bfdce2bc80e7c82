import { filterGroups, type FilterOptions } from '@/lib/films/filter-choices';
import { SearchField } from '@/app/_components/search/search-field';
import {
  filterCount,
  type ProgrammeChoice,
  programmeHref,
  type ProgrammeOrder,
  withoutFilters,
  withToggled,
} from '../search-params';
import { FilterForm } from './filter-form';
import { RestoreFocus, ResultLine } from './navigation-feedback';
import { CollapsibleFilters } from './filter-form';
import Link from 'next/link';
import { LoadingHint } from './navigation-feedback';

interface ProgrammeToolsProps {
  choice: ProgrammeChoice;
  options: FilterOptions;
  today: string;
  /** The number of results. */
  result: string;
}

/** Search, filters, order, and what is in force of them. */
export function ProgrammeTools({ choice, options, today, result }: ProgrammeToolsProps) {
  const count = filterCount(choice);
  return (
    <>
      <div className="tools">
        <CollapsibleFilters count={count}>
          <SearchField />
          <FilterForm choice={choice} options={options} today={today} />
        </CollapsibleFilters>
        <OrderSwitch choice={choice} today={today} />
      </div>
      <div className={count > 0 ? 'in-force' : undefined}>
        <ResultLine words={result} quiet={count === 0} />
        <FilterChips choice={choice} options={options} today={today} />
      </div>
      <RestoreFocus key={programmeHref(choice, today)} />
    </>
  );
}

interface FilterChipsProps {
  choice: ProgrammeChoice;
  options: FilterOptions;
  today: string;
}

/** The chip is gone then: the next one, else where filters are chosen. */
const AFTER_A_CHIP = '.chips a, .tools-button, .filter-group summary';

/** What is in force, each with the way to take it back. */
function FilterChips({ choice, options, today }: FilterChipsProps) {
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
            <LoadingHint />
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
          <LoadingHint />
        </Link>
      </li>
    </ul>
  );
}

const orders: { by: ProgrammeOrder; label: string }[] = [
  { by: 'day', label: 'By day' },
  { by: 'film', label: 'By film' },
];

function OrderSwitch({ choice, today }: { choice: ProgrammeChoice; today: string }) {
  return (
    <nav className="order" aria-label="Order">
      <div className="segmented">
        {orders.map(({ by, label }) => (
          <Link
            key={by}
            href={programmeHref({ ...choice, by }, today)}
            prefetch={false}
            scroll={false}
            data-keep-focus=".order [aria-current]"
            aria-current={by === choice.by ? 'true' : undefined}
          >
            {label}
            <LoadingHint />
          </Link>
        ))}
      </div>
    </nav>
  );
}
