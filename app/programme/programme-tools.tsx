import type { FilterOptions } from '@/lib/films/filter-choices';
import { SearchField } from '../search/search-field';
import { filterCount, programmeHref, type ProgrammeChoice } from './address';
import { FilterChips } from './filter-chips';
import { FilterForm } from './filter-form';
import { KeepFocus } from './keep-focus';
import { OrderSwitch } from './order-switch';
import { ResultLine } from './result-line';
import { ToolsFold } from './tools-fold';

interface ProgrammeToolsProps {
  choice: ProgrammeChoice;
  options: FilterOptions;
  today: string;
  /** How much is left of what was chosen. */
  result: string;
}

/** Search, filters, order, and what is in force of them. */
export function ProgrammeTools({ choice, options, today, result }: ProgrammeToolsProps) {
  const count = filterCount(choice);
  return (
    <>
      <div className="tools">
        <ToolsFold count={count}>
          <SearchField />
          <FilterForm choice={choice} options={options} today={today} />
        </ToolsFold>
        <OrderSwitch choice={choice} today={today} />
      </div>
      <div className={count > 0 ? 'in-force' : undefined}>
        <ResultLine words={result} quiet={count === 0} />
        <FilterChips choice={choice} options={options} today={today} />
      </div>
      <KeepFocus key={programmeHref(choice, today)} />
    </>
  );
}
