'use client';

import { type RefObject, useEffect, useRef } from 'react';

/**
 * Where the focus goes when the button that had it is gone, because a step is done or its seat is taken: to `next`, instead
 * of to the top of the page.
 */
export function useFocusOfRemoved(
  page: RefObject<HTMLElement | null>,
  next: RefObject<HTMLElement | null>,
): void {
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const onFocus = () => {
      const { activeElement: now } = document;
      last.current = now instanceof HTMLElement && page.current?.contains(now) ? now : null;
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, [page]);
  // After each drawing, because each can take a button away.
  useEffect(() => {
    if (!last.current || last.current.isConnected || document.activeElement !== document.body) return;
    last.current = null;
    next.current?.focus();
  });
}
