'use client';

import { useEffect, useState } from 'react';
import { cinemaTime } from '@/lib/cinema-time';
import type { Held } from './use-order';

/** Whether a hold still runs: false from the moment when its time is over. */
export function useIsRunning(endsAt: number | null): boolean {
  const [over, setOver] = useState<number | null>(null);
  useEffect(() => {
    if (endsAt === null) return;
    const timer = setTimeout(() => setOver(endsAt), Math.max(0, endsAt - performance.now()));
    return () => clearTimeout(timer);
  }, [endsAt]);
  return endsAt !== null && over !== endsAt;
}

/** How long the seats are held. Heard when they are, and once each when five, two and one minutes are left. */
export function HoldTimer({ held: { order, endsAt } }: { held: Held }) {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.ceil((endsAt - now) / 1000));
  const until = cinemaTime(new Date(order.heldUntil));
  const all = (Date.parse(order.heldUntil) - Date.parse(order.now)) / 1000;
  return (
    <div className="timer">
      <div className="left">
        <b aria-hidden="true">{formatClock(seconds)}</b>
        <span className="small">
          held for you
          <br />
          until {until}
        </span>
      </div>
      <progress max={all} value={Math.min(all, seconds)} aria-label="Time left" />
      {seconds <= WARNING_SECONDS && (
        <p className="small below">
          {order.canExtend ? 'Not much time left. You can have more below.' : 'Not much time left.'}
        </p>
      )}
      <output className="hidden">{formatTimeLeft(seconds, until, order.canExtend)}</output>
    </div>
  );
}

const WARNING_SECONDS = 120;

/** What is heard: it changes three times and is silent in between. */
function formatTimeLeft(seconds: number, until: string, canExtend: boolean): string {
  const more = canExtend ? ' You can have more time.' : '';
  if (seconds <= 60) return `Less than a minute left to order.${more}`;
  if (seconds <= WARNING_SECONDS) return `Two minutes left to order.${more}`;
  if (seconds <= 300) return 'Five minutes left to order.';
  return `Your seats are held until ${until}.`;
}

/** `8:42`. */
function formatClock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
