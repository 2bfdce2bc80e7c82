'use client';

import { useState } from 'react';
import * as z from 'zod/mini';
import { sessionStore } from '@/app/_session/storage';
import type { Sale } from '@/lib/screenings/schema';
import { type SeatPlan, seatsOf } from '@/lib/seating/schema';

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
export function useChoice(sale: Sale, plan: SeatPlan) {
  const key = `marquee.seats.${sale.id}`;
  // Read once: this is drawn in the browser alone, after the seats have come.
  const [choice, setChoice] = useState(() => readChoice(sessionStore.read(key), sale, plan));
  const change = (next: readonly ChosenSeat[]) => {
    setChoice(next);
    if (next.length > 0) sessionStore.write(key, next);
    else sessionStore.remove(key);
  };
  return { choice, change };
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
