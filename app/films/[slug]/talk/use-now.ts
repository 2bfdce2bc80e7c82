'use client';

import { useEffect, useState } from 'react';

const MINUTE_MS = 60_000;

/** The time: first that of the server's rendering, so that both render the same words, then the browser's each minute. */
export function useNow(renderedAt: string): Date {
  const [now, setNow] = useState(() => new Date(renderedAt));
  useEffect(() => {
    const tick = () => setNow(new Date());
    tick();
    const timer = setInterval(tick, MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
