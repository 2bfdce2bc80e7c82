'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect, useOptimistic, useRef } from 'react';
import { type FilterGroup, filterGroups, type FilterOptions } from '@/lib/films/filter-choices';
import { programmeHref, type ProgrammeChoice, withToggled } from './address';
import { FilterGroupFold } from './filter-group';
import { isComposing } from '../identity/is-composing';

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
    <form ref={form} className="picks" action="/programme" aria-label="Filters">
      {choice.date !== today && <input type="hidden" name="date" value={choice.date} />}
      {choice.by === 'film' && <input type="hidden" name="by" value="film" />}
      {filterGroups.map((group) => (
        <FilterGroupFold
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
