'use client';

import { useEffect } from 'react';

/**
 * Scrolls the strip, and nothing else, so that the chosen day is seen, and later whichever has the focus: browsers leave
 * one that is cut by the edge where it is. Give it the day as `key`: once for each.
 */
export function ShowChosenDay() {
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
