'use client';

import { useEffect, useRef, useState } from 'react';
import { useSession } from '@/app/_session/session-provider';
import { type Outcome, plainRefusal, type Refusal, refusalOf } from './api';

export interface Posting {
  busy: boolean;
  /** What stands at the form; gone when the words change, or when the wait is over. */
  refusal: Refusal | null;
  /** Whole seconds until posting is worth trying again. */
  secondsLeft: number;
  /** The wait after a refusal is over. */
  mayGoOn: boolean;
  /** Null when it was refused, or when another is on its way. */
  post<T>(send: () => Promise<Outcome<T>>): Promise<T | null>;
  refuse(text: string): void;
  onWordsChanged(): void;
}

/** Sends words, one request at a time, and keeps why they were refused and until when. */
export function usePosting(): Posting {
  const { refresh } = useSession();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { secondsLeft, start, stop } = useCountdown();
  const sending = useRef(false);
  const isWaiting = secondsLeft > 0;
  const isOver = refusal !== null && refusal.waitSeconds > 0 && !isWaiting;

  async function post<T>(send: () => Promise<Outcome<T>>): Promise<T | null> {
    if (sending.current) return null;
    sending.current = true;
    setBusy(true);
    setRefusal(null);
    try {
      const { done, refusal: refused } = await send();
      if (refused) take(refused);
      return done;
    } catch {
      take(refusalOf(null, 0));
      return null;
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  function take(refused: Refusal) {
    setRefusal(refused);
    if (refused.waitSeconds > 0) start(refused.waitSeconds);
    if (refused.signIn) void refresh();
  }

  function onWordsChanged() {
    if (isWaiting && !refusal?.ofTheseWords) return;
    stop();
    setRefusal(null);
  }

  return {
    busy,
    refusal: isOver ? null : refusal,
    secondsLeft,
    mayGoOn: isOver,
    post,
    refuse: (text) => setRefusal(plainRefusal(text)),
    onWordsChanged,
  };
}

const TICK_MS = 250;

interface Countdown {
  /** Whole seconds, 0 when there is nothing to wait for. */
  secondsLeft: number;
  start(seconds: number): void;
  stop(): void;
}

function useCountdown(): Countdown {
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
