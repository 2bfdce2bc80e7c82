'use client';

import { useLinkStatus } from 'next/link';
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
export function RestoreFocus() {
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

/**
 * Scrolls the strip, and nothing else, so that the chosen day is seen, and later whichever has the focus: browsers leave
 * one that is cut by the edge where it is. Give it the day as `key`: once for each.
 */
export function ScrollToSelectedDay() {
  useEffect(() => {
    const strip = document.querySelector('.days');
    const onFocus = ({ target }: Event) => {
      if (target instanceof Element) target.scrollIntoView({ inline: 'nearest', block: 'nearest' });
    };
    strip?.addEventListener('focusin', onFocus);
    strip?.addEventListener('keydown', moveByArrows);
    return () => {
      strip?.removeEventListener('focusin', onFocus);
      strip?.removeEventListener('keydown', moveByArrows);
    };
  }, []);
  useEffect(() => {
    const day = document.querySelector<HTMLElement>('.days [aria-current]');
    const strip = day?.closest<HTMLElement>('.days');
    if (!day || !strip) return;
    const [inner, outer] = [day.getBoundingClientRect(), strip.getBoundingClientRect()];
    if (inner.left >= outer.left && inner.right <= outer.right) return;
    // Half of the day before peeks in, so that it is seen that the strip goes on there.
    strip.scrollLeft += inner.left - outer.left - inner.width / 2;
  }, []);
  return null;
}

/** A shorter way than Tab, which works as well: arrows go from day to day, Home and End to the first and the last. */
function moveByArrows(event: Event): void {
  const { key, currentTarget } = event as KeyboardEvent;
  const days = [...(currentTarget as Element).querySelectorAll<HTMLElement>('a')];
  const at = days.findIndex((day) => day === document.activeElement);
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: days.length - 1 }[key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  days[to]?.focus();
}

/**
 * Inside a link: shows that its page is loading, if that takes longer than a moment (the delay is in the style
 * sheet).
 */
export function LoadingHint() {
  const { pending } = useLinkStatus();
  return pending ? <output className="fetching">Fetching…</output> : null;
}
