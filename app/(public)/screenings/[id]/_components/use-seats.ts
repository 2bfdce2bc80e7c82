'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { type ApiError, callApi } from '@/app/_session/api';
import { type Occupancy, occupancySchema } from '@/lib/orders/schema';
import { type SeatPlan, seatPlanSchema } from '@/lib/seating/schema';

/** How often a page that is looked at asks which seats are free: less often while nothing changes. */
const PAUSES_MS = [4_000, 4_000, 4_000, 8_000, 15_000];

export type Seats =
  | { state: 'loading' }
  | { state: 'failed'; error: ApiError; retry(): void }
  | { state: 'ready'; plan: SeatPlan; occupancy: Occupancy; isStale: boolean; refresh(): void };

/** The plan of a screening, asked once, and its free seats, asked again and again while the page is looked at. */
export function useSeats(screeningId: string, planId: string): Seats {
  const [plan, setPlan] = useState<SeatPlan | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const { occupancy, isStale, refresh, failure } = useOccupancy(screeningId);

  const load = useCallback(async () => {
    const call = { query: { plan: planId }, response: seatPlanSchema, anonymous: true };
    const loaded = await callApi('GET', `/api/screenings/${screeningId}/plan`, call);
    if (loaded.ok) setPlan(loaded.data);
    else setError(loaded.error);
  }, [screeningId, planId]);
  useEffect(() => {
    void Promise.resolve().then(load);
  }, [load]);

  if (plan && occupancy) return { state: 'ready', plan, occupancy, isStale, refresh };
  const failed = error ?? failure;
  if (!failed) return { state: 'loading' };
  const retry = () => {
    setError(null);
    void load();
    refresh();
  };
  return { state: 'failed', error: failed, retry };
}

function useOccupancy(screeningId: string) {
  const [occupancy, setOccupancy] = useState<Occupancy | null>(null);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const ask = useRef<() => void>(() => undefined);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let unchanged = 0;
    let newest = '';
    let seen: string | null = null;
    let ended = false;

    const load = async () => {
      clearTimeout(timer);
      const asked = await callApi('GET', `/api/screenings/${screeningId}/seats`, {
        response: occupancySchema,
        anonymous: true,
      });
      if (ended) return;
      // An answer to an older question never replaces a newer one.
      if (asked.ok && asked.data.at >= newest) {
        unchanged = asked.data.seats === seen ? unchanged + 1 : 0;
        newest = asked.data.at;
        seen = asked.data.seats;
        setOccupancy(asked.data);
      }
      setFailure(asked.ok ? null : asked.error);
      clearTimeout(timer);
      if (document.visibilityState !== 'visible') return;
      timer = setTimeout(() => void load(), PAUSES_MS[Math.min(unchanged, PAUSES_MS.length - 1)]);
    };
    const onVisible = () => {
      if (document.visibilityState === 'visible') void load();
    };
    ask.current = () => void load();
    document.addEventListener('visibilitychange', onVisible);
    void load();
    return () => {
      ended = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [screeningId]);

  const refresh = useCallback(() => ask.current(), []);
  return { occupancy, failure, isStale: failure !== null, refresh };
}
