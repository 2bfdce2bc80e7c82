'use client';

import { useEffect, useState } from 'react';
import { cinemaTime } from '@/lib/cinema-time';
import type { Order } from '@/lib/orders/schema';

/** When the time to warn has come, in seconds. */
const WARN_AT = 120;

/**
 * Whole seconds that a hold has left, by the server's clock: the device's own may be wrong, so it only counts how much time
 * has passed since the answer came.
 */
export function useSecondsLeft({ heldUntil, now }: Pick<Order, 'heldUntil' | 'now'>): number {
  const [left, setLeft] = useState(() => secondsBetween(now, heldUntil));
  useEffect(() => {
    const from = performance.now();
    const all = secondsBetween(now, heldUntil);
    const count = () => setLeft(Math.max(0, Math.ceil(all - (performance.now() - from) / 1000)));
    count();
    const timer = setInterval(count, 1000);
    return () => clearInterval(timer);
  }, [heldUntil, now]);
  return left;
}

function secondsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}

interface HoldTimerProps {
  order: Order;
  secondsLeft: number;
}

/** How long the seats are held. Heard once when they are, and once when two minutes are left. */
export function HoldTimer({ order, secondsLeft }: HoldTimerProps) {
  const until = cinemaTime(new Date(order.heldUntil));
  const all = secondsBetween(order.now, order.heldUntil);
  return (
    <div className="timer">
      <div className="left">
        <b aria-hidden="true">{formatClock(secondsLeft)}</b>
        <span className="small">
          held for you
          <br />
          until {until}
        </span>
      </div>
      <progress max={all} value={secondsLeft} aria-label="Time left" />
      <output className="hidden">
        {secondsLeft <= WARN_AT
          ? 'Your seats are held for two more minutes.'
          : `Your seats are held until ${until}.`}
      </output>
    </div>
  );
}

/** `8:42`. */
function formatClock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
