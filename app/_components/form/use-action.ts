'use client';

import { useEffect, useRef, useState } from 'react';
import type { ApiError } from '@/app/_session/api';

/** Why an action failed: an `ApiError`, or the error of another service in our words. */
export type ActionError = Omit<ApiError, 'code' | 'requestId'> & { code: string };

/** How an action ended. `leaving`: the next page is on its way, and the action counts as busy until it is there. */
export type ActionResult<T> = { ok: true; data: T; leaving?: true } | { ok: false; error: ActionError };

/** Done, with nothing to return. */
export const done: ActionResult<null> = { ok: true, data: null };
/** Done, and the next page is on its way. */
export const leaving: ActionResult<null> = { ok: true, data: null, leaving: true };

/** An error at one field of a form. */
export function fieldError(field: string, message: string): ActionResult<never> {
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
  /** Starts the action; while it is busy, this does nothing. */
  run(...input: A): Promise<void>;
  busy: boolean;
  /** Why it failed last; null again once it starts again, is cleared, or the wait is over. */
  error: ActionError | null;
  /** Whole seconds until it can be tried again, counting down; 0 when there is nothing to wait for. */
  secondsLeft: number;
  /** There was something to wait for, and the time is over. */
  isWaitOver: boolean;
  /** Shows an error without starting: the input is not complete. */
  fail(message: string): void;
  /** Clears the error and its wait. */
  clear(): void;
}

/**
 * State around one request of a button or a form: whether it is busy, why it failed, how long to wait. It runs once at a
 * time.
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
  perform: (...input: A) => Promise<ActionResult<unknown>>,
): ActionState<A> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ActionError | null>(null);
  const { secondsLeft, countDownTo } = useCountdown();
  const running = useRef(false);
  const isWaitOver = error !== null && waitOf(error) !== null && secondsLeft === 0;

  function show(next: ActionError | null) {
    setError(next);
    countDownTo(next && waitOf(next));
  }

  async function run(...input: A) {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    show(null);
    const result = await perform(...input).catch(() => ({ ok: false, error: unexpected }) as const);
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
    fail: (message) => show(plainError(message)),
    clear: () => show(null),
  };
}

const unexpected: ActionError = { ...plainError('Something went wrong. Try again.'), code: 'unknown' };

/** A server that is down may be back sooner than it said; a rate limit holds until the time is over. */
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
