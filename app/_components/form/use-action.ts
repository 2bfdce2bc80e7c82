'use client';

import { useEffect, useRef, useState } from 'react';
import type { ApiError } from '@/app/_session/api';

/** Why an act was refused. An `ApiError` is one; so is what another service refuses, once it is in our words. */
export type ActionError = Omit<ApiError, 'code' | 'requestId'> & { code: string };

/** How an act ended. `leaving`: the next page is on its way, and the act counts as running until it has come. */
export type ActionResult<T> = { ok: true; data: T; leaving?: true } | { ok: false; error: ActionError };

/** The act is done, and there is nothing to hand on. */
export const done: ActionResult<null> = { ok: true, data: null };
/** The act is done, and the next page is on its way. */
export const leaving: ActionResult<null> = { ok: true, data: null, leaving: true };

/** The refusal of one field of a form. */
export function refuseField(field: string, message: string): ActionResult<never> {
  return { ok: false, error: { ...plainError(message), fields: [{ path: field, message }] } };
}

function plainError(message: string): ActionError {
  return {
    code: 'invalid',
    status: 0,
    title: message,
    detail: null,
    message,
    fields: [],
    retryAt: null,
    actions: [],
  };
}

export interface ActionState<A extends unknown[]> {
  /** Starts the act; while it runs, another start does nothing. */
  run(...input: A): Promise<void>;
  busy: boolean;
  /** Why it was refused last; gone when it starts again, is cleared, or the wait is over. */
  error: ActionError | null;
  /** Whole seconds in which it would be refused again; 0 when it may start. */
  secondsLeft: number;
  /** The wait after a refusal has just ended. */
  isWaitOver: boolean;
  /** Shows a refusal without starting: something is missing. */
  refuse(message: string): void;
  /** Forgets the refusal, and its wait. */
  clear(): void;
}

/**
 * What a button or a form needs around one act: it runs once at a time, and says while it runs, why it was refused and
 * how long to wait.
 *
 *     const hold = useAction(async (seats: string[]) => {
 *       const held = await callApi('POST', `/api/screenings/${id}/holds`, { body: { seats }, response: holdSchema });
 *       if (held.ok) onHeld(held.data);
 *       return held;
 *     });
 *
 *     <button aria-busy={hold.busy || undefined} onClick={() => void hold.run(chosen)}>
 *       {hold.secondsLeft > 0 ? `Hold in ${formatWait(hold.secondsLeft)}` : 'Hold these seats'}
 *     </button>
 *     <div role="alert">{hold.error && <p className="error">{hold.error.message}</p>}</div>
 */
export function useAction<A extends unknown[]>(
  act: (...input: A) => Promise<ActionResult<unknown>>,
): ActionState<A> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ActionError | null>(null);
  const { secondsLeft, countDownTo } = useCountdown();
  const running = useRef(false);
  const isWaitOver = error !== null && waitOf(error) !== null && secondsLeft === 0;

  function show(refused: ActionError | null) {
    setError(refused);
    countDownTo(refused && waitOf(refused));
  }

  async function run(...input: A) {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    show(null);
    const result = await act(...input).catch(() => ({ ok: false, error: unexpected }) as const);
    if (!result.ok) show(result.error);
    else if (result.leaving) return;
    running.current = false;
    setBusy(false);
  }

  return {
    run,
    busy,
    error: isWaitOver ? null : error,
    secondsLeft,
    isWaitOver,
    refuse: (message) => show(plainError(message)),
    clear: () => show(null),
  };
}

const unexpected: ActionError = { ...plainError('Something went wrong. Try again.'), code: 'unknown' };

/** A server that is down may be back sooner than it said; one that has asked for a pause refuses until it is over. */
function waitOf({ status, retryAt }: ActionError): Date | null {
  return status === 429 ? retryAt : null;
}

const TICK_MS = 250;

function useCountdown() {
  const [end, setEnd] = useState<Date | null>(null);
  const [secondsLeft, setSecondsLeft] = useState(0);
  useEffect(() => {
    if (!end) return;
    // The end is a moment, not a number of ticks: a laptop that slept meanwhile goes on from the right place.
    const timer = setInterval(() => {
      setSecondsLeft(secondsUntil(end));
      if (secondsUntil(end) === 0) clearInterval(timer);
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [end]);
  function countDownTo(next: Date | null) {
    setEnd(next);
    setSecondsLeft(next ? secondsUntil(next) : 0);
  }
  return { secondsLeft, countDownTo };
}

function secondsUntil(moment: Date): number {
  return Math.max(0, Math.ceil((moment.getTime() - Date.now()) / 1000));
}
