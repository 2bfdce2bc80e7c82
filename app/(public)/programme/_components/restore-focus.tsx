'use client';

import { useEffect, useLayoutEffect, useState } from 'react';

let remembered: string | null = null;

/** Whether a page comes because of something that was pressed on the programme before it. */
function isFollowUp(): boolean {
  return remembered !== null;
}

/**
 * Restores the focus, which is lost between `/` and `/programme` because all elements are remounted.
 * `data-keep-focus` on a link names, as one or more selectors in order of preference, what gets the focus once its
 * page is there. Use the address as `key`, so that it happens once per address.
 */
export function KeepFocus() {
  useEffect(() => {
    const onClick = ({ target }: MouseEvent) => {
      if (!(target instanceof Element)) return;
      const pressed = target.closest<HTMLElement>('[data-keep-focus], a, button');
      if (pressed) remembered = pressed.dataset.keepFocus ?? null;
    };
    document.addEventListener('click', onClick, true);
    return () => document.removeEventListener('click', onClick, true);
  }, []);
  useLayoutEffect(() => {
    const selector = remembered;
    remembered = null;
    if (!selector || (document.activeElement && document.activeElement !== document.body)) return;
    for (const one of selector.split(', ')) {
      const element = document.querySelector<HTMLElement>(one);
      if (element instanceof HTMLInputElement) element.closest('details')?.setAttribute('open', '');
      element?.focus({ preventScroll: true });
      // What is not there, or not shown at this width, takes no focus.
      if (element && document.activeElement === element) return;
    }
  }, []);
  return null;
}

interface ResultLineProps {
  words: string;
  /** Announced to screen readers but not shown, because nobody asked for it. */
  quiet: boolean;
}

/**
 * Announces the number of results after each change. It is empty when mounted, because only a change is read aloud.
 */
export function ResultLine({ words, quiet }: ResultLineProps) {
  const [said, setSaid] = useState(() => (isFollowUp() ? '' : words));
  // oxlint-disable-next-line react/set-state-in-effect -- what changes after it was there is read aloud, what comes with it is not
  useEffect(() => setSaid(words), [words]);
  return <output className={quiet ? 'result hidden' : 'result'}>{said}</output>;
}
