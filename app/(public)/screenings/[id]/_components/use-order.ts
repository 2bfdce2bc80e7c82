'use client';

import { useEffect, useState } from 'react';
import * as z from 'zod/mini';
import { useAction } from '@/app/_components/form/use-action';
import { callApi } from '@/app/_session/api';
import { useSession } from '@/app/_session/session-store';
import { type Order, orderListSchema, orderSchema } from '@/lib/orders/schema';
import type { ChosenSeat } from './use-choice';

/** The order that somebody is about to make: its hold, found again on any device, and what can be done with it. */
export function useOrder(
  screeningId: string,
  onHeld: (order: Order) => void,
  onConfirmed: (order: Order) => void,
) {
  const [order, setOrder] = useState<Order | null>(null);
  const { me } = useSession();
  const memberId = me?.id ?? null;

  useEffect(() => {
    if (memberId === null) return;
    void callApi('GET', '/api/orders', { response: orderListSchema }).then((found) => {
      const held = found.ok
        ? found.data.orders.find((one) => one.screeningId === screeningId && one.state === 'held')
        : undefined;
      if (!held) return;
      setOrder(held);
      onHeld(held);
    });
    // oxlint-disable-next-line react/exhaustive-deps -- asked once for each person
  }, [memberId, screeningId]);

  const hold = useAction(async (tickets: readonly ChosenSeat[], idempotencyKey: string) => {
    const held = await callApi('POST', '/api/orders', {
      body: { screeningId, tickets },
      idempotencyKey,
      response: orderSchema,
    });
    if (held.ok) {
      setOrder(held.data);
      onHeld(held.data);
    }
    return held;
  });

  const act = (path: 'extension' | 'confirmation') =>
    callApi('POST', `/api/orders/${order?.id ?? ''}/${path}`, { response: orderSchema });
  const extend = useAction(async () => {
    const extended = await act('extension');
    if (extended.ok) setOrder(extended.data);
    return extended;
  });
  const confirm = useAction(async () => {
    const confirmed = await act('confirmation');
    if (!confirmed.ok) return confirmed;
    onConfirmed(confirmed.data);
    return { ...confirmed, leaving: true as const };
  });
  const release = useAction(async () => {
    const done = await callApi('DELETE', `/api/orders/${order?.id ?? ''}`, { response: z.null() });
    if (done.ok) setOrder(null);
    return done;
  });
  return { order, hold, extend, confirm, release };
}
