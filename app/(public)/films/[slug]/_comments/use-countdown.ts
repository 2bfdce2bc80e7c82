'use client';

import { useEffect, useState } from 'react';

const TICK_MS = 250;

interface Countdown {
  /** Whole seconds, 0 when there is nothing to wait for. */
  secondsLeft: number;
  start(seconds: number): void;
  stop(): void;
}

export function useCountdown(): Countdown {
  const [until, setUntil] = useState(0);
  const [secondsLeft, setSecondsLeft] = useState(0);
  useEffect(() => {
    if (until === 0) return;
    // The end is a moment, not a number of ticks: a laptop that slept meanwhile goes on from the right place.
    const timer = setInterval(() => {
      const left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      setSecondsLeft(left);
      if (left === 0) clearInterval(timer);
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [until]);
  return {
    secondsLeft,
    start(seconds) {
      setSecondsLeft(seconds);
      setUntil(Date.now() + seconds * 1000);
    },
    stop() {
      setSecondsLeft(0);
      setUntil(0);
    },
  };
}
