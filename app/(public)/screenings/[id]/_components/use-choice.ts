'use client';

import { useState } from 'react';
import * as z from 'zod/mini';
import { localStore, sessionStore } from '@/app/_session/storage';
import type { Sale } from '@/lib/screenings/schema';
import { type SeatPlan, seatsOf } from '@/lib/seating/schema';

/** A seat that somebody has chosen, and the price category of who will sit there. */
export interface ChosenSeat {
  seat: string;
  category: string;
}

const savedSchema = z.array(z.object({ seat: z.string(), category: z.string() }));

/** The last choice of this browser, for the tab that the link of a confirmation mail opens. */
const LAST_KEY = 'marquee.seats';
const LAST_MS = 60 * 60 * 1000;
const lastSchema = z.object({ screening: z.string(), at: z.number(), choice: z.unknown() });

/**
 * What somebody has chosen, in the order of choosing. It is saved, so that a reload, a step back, signing in and joining
 * lead back to it.
 */
export function useChoice(sale: Sale, plan: SeatPlan) {
  const key = `${LAST_KEY}.${sale.id}`;
  // Read once: this is drawn in the browser alone, after the seats have come.
  const [choice, setChoice] = useState(() =>
    readChoice(sessionStore.read(key) ?? readLast(sale.id), sale, plan),
  );
  const change = (next: readonly ChosenSeat[]) => {
    setChoice(next);
    if (next.length > 0) {
      sessionStore.write(key, next);
      localStore.write(LAST_KEY, { screening: sale.id, at: Date.now(), choice: next });
    } else {
      sessionStore.remove(key);
      if (readLast(sale.id) !== null) localStore.remove(LAST_KEY);
    }
  };
  return { choice, change };
}

function readLast(screeningId: string): unknown {
  const last = z.safeParse(lastSchema, localStore.read(LAST_KEY));
  if (!last.success || last.data.screening !== screeningId) return null;
  return Date.now() - last.data.at < LAST_MS ? last.data.choice : null;
}

/** Of what was saved, what can still be chosen: plans, prices and limits may have changed since, and anybody can write there. */
function readChoice(saved: unknown, sale: Sale, plan: SeatPlan): readonly ChosenSeat[] {
  const parsed = z.safeParse(savedSchema, saved);
  if (!parsed.success) return [];
  const known = new Set(seatsOf(plan).flatMap(({ id, kind }) => (kind === 'out-of-order' ? [] : [id])));
  const bySeat = new Map(parsed.data.map((one) => [one.seat, one]));
  return [...bySeat.values()]
    .filter(({ seat }) => known.has(seat))
    .slice(0, sale.sale.maxTicketsPerMember)
    .map(({ seat, category }) => ({
      seat,
      category: sale.categories.some(({ id }) => id === category) ? category : firstCategory(sale),
    }));
}

/** What a seat costs until somebody says who will sit there. */
export function firstCategory({ categories }: Sale): string {
  return categories[0]?.id ?? '';
}
