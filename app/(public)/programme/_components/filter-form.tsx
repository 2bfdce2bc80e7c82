'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, startTransition, useEffect, useOptimistic, useRef, useState } from 'react';
import { isComposing } from '@/app/_components/form/is-composing';
import {
  type FilterGroup,
  filterGroups,
  type FilterOption,
  type FilterOptions,
} from '@/lib/films/filter-choices';
import { nameAndValue, type ProgrammeChoice, programmeHref, withToggled } from '../search-params';

interface FilterFormProps {
  choice: ProgrammeChoice;
  options: FilterOptions;
  today: string;
}

/** Filters as a form that the server understands; with a script each change is applied at once and the focus stays. */
export function FilterForm({ choice, options, today }: FilterFormProps) {
  const router = useRouter();
  const [shown, show] = useOptimistic(choice);
  const form = useRef<HTMLFormElement>(null);
  useClosedFolds(form);
  const toggle = (group: FilterGroup, value: string) => {
    const next = withToggled(shown, group, value);
    startTransition(() => {
      show(next);
      router.push(programmeHref(next, today), { scroll: false });
    });
  };
  return (
    <form ref={form} className="filter-form" action="/programme" aria-label="Filters">
      {choice.date !== today && <input type="hidden" name="date" value={choice.date} />}
      {choice.by === 'film' && <input type="hidden" name="by" value="film" />}
      {filterGroups.map((group) => (
        <FilterFieldset
          key={group}
          group={group}
          options={options[group]}
          chosen={shown.filters[group]}
          onToggle={(value) => toggle(group, value)}
        />
      ))}
      <button className="btn without-script" type="submit">
        Show
      </button>
    </form>
  );
}

/** A fold that hangs over the page closes when something else is pressed, and on Escape; one that is part of it stays. */
function useClosedFolds(form: { current: HTMLFormElement | null }): void {
  useEffect(() => {
    const openFolds = () => [...(form.current?.querySelectorAll<HTMLDetailsElement>('details[open]') ?? [])];
    const onPress = ({ target }: Event) => {
      for (const fold of openFolds()) {
        const hangs = getComputedStyle(fold.lastElementChild ?? fold).position === 'absolute';
        if (hangs && !(target instanceof Node && fold.contains(target))) fold.open = false;
      }
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (isComposing(event)) return;
      const { key, target } = event;
      const fold = openFolds().find((one) => target instanceof Node && one.contains(target));
      if (key !== 'Escape' || !fold) return;
      fold.open = false;
      fold.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('focusin', onPress);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('focusin', onPress);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [form]);
}

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
function FilterFieldset({ group, options, chosen, onToggle }: FilterGroupProps) {
  const { legend, none } = words[group];
  return (
    <details className="filter-group" name="filters">
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

let wasOpen = false;

/** On a phone, search and filters behind one button (the style sheet decides); wide, and without a script, they are there. */
export function CollapsibleFilters({ count, children }: { count: number; children: ReactNode }) {
  // Remounted between `/` and `/programme`; what was open stays open.
  const [open, setOpen] = useState(() => wasOpen);
  const toggle = () => {
    wasOpen = !open;
    setOpen(!open);
  };
  return (
    <>
      <button
        type="button"
        className="tools-button"
        aria-expanded={open}
        aria-controls="tools"
        onClick={toggle}
      >
        {count > 0 ? `Filters, ${count}` : 'Search and filters'}{' '}
        <span className="chevron" aria-hidden="true" />
      </button>
      <div id="tools" className={open ? 'tools-panel open' : 'tools-panel'}>
        {children}
      </div>
    </>
  );
}
