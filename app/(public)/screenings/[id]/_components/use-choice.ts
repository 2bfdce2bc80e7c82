'use client';

import { useState } from 'react';
import * as z from 'zod/mini';
import { sessionStore } from '@/app/_session/storage';

/** A seat that somebody has chosen, and the price category of who will sit there. */
export interface ChosenSeat {
  seat: string;
  category: string;
}

const savedSchema = z.array(z.object({ seat: z.string(), category: z.string() }));

/**
 * What somebody has chosen, in the order of choosing. It is saved in this tab, so that a reload, a step back and signing in
 * lead back to it.
 */
export function useChoice(screeningId: string) {
  const key = `marquee.seats.${screeningId}`;
  // Read once: this is drawn in the browser alone, after the seats have come.
  const [choice, setChoice] = useState<readonly ChosenSeat[]>(() => {
    const saved = z.safeParse(savedSchema, sessionStore.read(key));
    return saved.success ? saved.data : [];
  });
  const change = (next: readonly ChosenSeat[]) => {
    setChoice(next);
    if (next.length > 0) sessionStore.write(key, next);
    else sessionStore.remove(key);
  };
  return { choice, change };
}
