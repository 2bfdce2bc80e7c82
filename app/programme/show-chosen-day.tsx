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
    return () => strip?.removeEventListener('focusin', onFocus);
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
