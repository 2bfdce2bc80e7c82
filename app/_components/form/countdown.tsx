'use client';

import { useEffect, useRef, useState } from 'react';

interface CountdownProps {
  at: Date;
  /** While the try is on its way. */
  busy: boolean;
  /** Called once when the time is over. */
  onEnd(): void;
}

/** "Next try in 12 seconds". Give it `key={at.getTime()}`, so that each wait counts from its own beginning. */
export function Countdown({ at, busy, onEnd }: CountdownProps) {
  const [now, setNow] = useState(() => Date.now());
  const latest = useRef(onEnd);
  useEffect(() => {
    latest.current = onEnd;
  }, [onEnd]);
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() < at.getTime()) return;
      clearInterval(timer);
      latest.current();
    }, 1000);
    return () => clearInterval(timer);
  }, [at]);
  const left = Math.ceil((at.getTime() - now) / 1000);
  const words = `Next try in ${left} ${left === 1 ? 'second' : 'seconds'}`;
  return (
    <span className="small" aria-live="off">
      {busy || left <= 0 ? 'Trying…' : words}
    </span>
  );
}
