'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useState } from 'react';
import { useSearch } from './use-search';
import { isComposing } from '../identity/is-composing';

const NOTHING = { items: [], at: new Date(0) };
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** What is typed, what was found, and which of it is chosen (-1 for none): arrows choose, Enter opens, Escape closes. */
export function useCombobox(initial: string) {
  const router = useRouter();
  const [typed, setTyped] = useState(initial);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  // The page of results goes on to another question, or back to the one before, with the same field.
  const [from, setFrom] = useState(initial);
  if (from !== initial) {
    setFrom(initial);
    setTyped(initial);
  }
  const state = useSearch(open ? typed : '');
  const { items, at } = state.kind === 'found' ? state : NOTHING;
  const isShown = items.length > 0;
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const show = (slug: string) => {
    close();
    router.push(`/films/${slug}`);
  };
  const onChange = (text: string) => {
    setTyped(text);
    setOpen(true);
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const chosen = items[active];
    const step = STEPS[event.key];
    if (step !== undefined && !open) setOpen(true);
    // One place more than there are films: none is chosen there, and Enter asks for the page.
    else if (step !== undefined) setActive(((active + step + items.length + 2) % (items.length + 1)) - 1);
    else if (event.key === 'Enter' && chosen) show(chosen.slug);
    else if (event.key === 'Escape' && open && typed !== '') close();
    else return;
    event.preventDefault();
  };
  return { typed, state, items, at, active, isShown, close, show, onChange, onKeyDown };
}
