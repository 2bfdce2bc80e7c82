'use client';

import { useEffect, useState } from 'react';

/** Often enough for "Edit, 1 minute left" to go when it is over. */
const TICK_MS = 15_000;

/** The current time: first the server's, so that both render the same text, then the browser's. */
export function useNow(renderedAt?: string): Date {
  const [now, setNow] = useState(() => (renderedAt === undefined ? new Date() : new Date(renderedAt)));
  useEffect(() => {
    const tick = () => setNow(new Date());
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
