'use client';

import type { FilterGroup, FilterOption } from '@/lib/films/filter-choices';
import { nameAndValue } from './address';

interface FilterGroupProps {
  group: FilterGroup;
  options: readonly FilterOption[];
  chosen: readonly string[];
  onToggle: (value: string) => void;
}

const words: Record<FilterGroup, { legend: string; none: string }> = {
  genre: { legend: 'Genre', none: 'All genres' },
  format: { legend: 'Format', none: 'All formats' },
  room: { legend: 'Room', none: 'All rooms' },
  access: { legend: 'Access', none: 'Any' },
};

/** One group of filters behind its name: a fold of the browser's own, which works before any script does. */
export function FilterGroupFold({ group, options, chosen, onToggle }: FilterGroupProps) {
  const { legend, none } = words[group];
  return (
    <details className="pick" name="filters">
      <summary>
        <span className="label">{legend}</span>
        <span className="input">{inWords(options, chosen, none)}</span>
      </summary>
      <fieldset>
        <legend className="hidden">{legend}</legend>
        {options.map(({ value, label, count }) => {
          const id = `filter-${group}-${value}`;
          const [name, formValue] = nameAndValue(group, value);
          return (
            <label key={value} className={count === 0 ? 'check none' : 'check'} htmlFor={id}>
              <input
                id={id}
                type="checkbox"
                name={name}
                value={formValue}
                checked={chosen.includes(value)}
                data-keep-focus={`#${id}`}
                onChange={() => onToggle(value)}
              />
              <span>
                {label}
                <span className="hidden">, </span>
                <small>
                  {count}
                  <span className="hidden"> {count === 1 ? 'screening' : 'screenings'}</span>
                </small>
              </span>
            </label>
          );
        })}
      </fieldset>
    </details>
  );
}

function inWords(options: readonly FilterOption[], chosen: readonly string[], none: string): string {
  if (chosen.length === 0) return none;
  if (chosen.length > 1) return `${chosen.length} chosen`;
  return options.find(({ value }) => value === chosen[0])?.label ?? none;
}
