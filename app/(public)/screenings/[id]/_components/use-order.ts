'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import * as z from 'zod/mini';
import { useAction } from '@/app/_components/form/use-action';
import { callApi } from '@/app/_session/api';
import { useSession } from '@/app/_session/session-store';
import { type Order, orderListSchema, orderSchema } from '@/lib/orders/schema';
import type { ChosenSeat } from './use-choice';

/** A hold, and when it ends by `performance.now()`: by the server's clock, since the device's own may be wrong. */
export interface Held {
  order: Order;
  endsAt: number;
}

interface Mine {
  memberId: string;
  held: Held | null;
  /** Orders of this screening that are tickets already. */
  bought: readonly Order[];
}

const nothing: Omit<Mine, 'memberId'> = { held: null, bought: [] };

interface Listeners {
  /** The hold of another page or device. */
  onFound(order: Order): void;
  onHeld(order: Order): void;
  onConfirmed(order: Order): void;
  onReleased(): void;
}

/** The order that somebody is about to make: its hold, found again on any device, and what can be done with it. */
export function useOrder(screeningId: string, listeners: Listeners) {
  const { state: session, me } = useSession();
  const memberId = me?.id ?? null;
  const [mine, setMine] = useState<Mine | null>(null);
  const acts = useRef(0);
  const latest = useRef(listeners);
  useEffect(() => {
    latest.current = listeners;
  });

  const load = useCallback(async () => {
    if (memberId === null) return;
    const before = acts.current;
    const found = await callApi('GET', '/api/orders', { response: orderListSchema });
    // What was asked before something was done says nothing of what is there now.
    if (!found.ok || before !== acts.current) return;
    const orders = found.data.orders.filter((one) => one.screeningId === screeningId);
    const held = orders.find(({ state }) => state === 'held');
    const bought = orders.filter(({ state }) => state === 'confirmed');
    setMine((last) => {
      // A hold whose time is over stays on the page, which says so.
      const over =
        last?.held && orders.find(({ id, state }) => id === last.held?.order.id && state === 'lapsed');
      return { memberId, bought, held: held ? toHeld(held) : over ? (last?.held ?? null) : null };
    });
    if (held) latest.current.onFound(held);
  }, [memberId, screeningId]);
  useEffect(() => {
    const onVisible = () => {
      if (document.visibilityState === 'visible') void load();
    };
    void Promise.resolve().then(load);
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, [load]);

  const known = mine?.memberId === memberId ? mine : null;
  const { held, bought } = known ?? nothing;
  const id = held?.order.id ?? '';
  const replace = (order: Order | null) => {
    acts.current += 1;
    if (memberId !== null) setMine({ memberId, bought, held: order && toHeld(order) });
  };

  const hold = useAction(async (tickets: readonly ChosenSeat[], idempotencyKey: string) => {
    const body = { screeningId, tickets };
    const done = await callApi('POST', '/api/orders', { body, idempotencyKey, response: orderSchema });
    if (done.ok) {
      replace(done.data);
      latest.current.onHeld(done.data);
    }
    return done;
  });
  const extend = useAction(async () => {
    const done = await callApi('POST', `/api/orders/${id}/extension`, { response: orderSchema });
    if (done.ok) replace(done.data);
    else void load();
    return done;
  });
  /** With the categories as they are chosen by now. */
  const confirm = useAction(async (tickets: readonly ChosenSeat[]) => {
    if (held && !hasCategories(held.order, tickets)) {
      const changed = await callApi('PATCH', `/api/orders/${id}`, {
        body: { tickets },
        response: orderSchema,
      });
      if (!changed.ok) return changed;
      replace(changed.data);
    }
    const done = await callApi('POST', `/api/orders/${id}/confirmation`, { response: orderSchema });
    if (!done.ok) {
      void load();
      return done;
    }
    latest.current.onConfirmed(done.data);
    return { ...done, leaving: true as const };
  });
  const release = useAction(async () => {
    const done = await callApi('DELETE', `/api/orders/${id}`, { response: z.null() });
    if (done.ok) {
      replace(null);
      latest.current.onReleased();
    } else void load();
    return done;
  });
  /** Until then nobody can say whether a seat that is taken is theirs. */
  const isKnown = session === 'visitor' || known !== null;
  return { held, bought, isKnown, hold, extend, confirm, release };
}

function toHeld(order: Order): Held {
  const leftMs = Date.parse(order.heldUntil) - Date.parse(order.now);
  return { order, endsAt: performance.now() + leftMs };
}

function hasCategories({ tickets }: Order, chosen: readonly ChosenSeat[]): boolean {
  return tickets.every(({ seat, category }) =>
    chosen.some((one) => one.seat === seat && one.category === category),
  );
}
