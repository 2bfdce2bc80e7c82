'use client';

import { type KeyboardEvent, useEffect, useRef } from 'react';
import { isComposing } from '@/app/_components/form/is-composing';
import { useAction } from '@/app/_components/form/use-action';
import { useDisclosure } from '@/app/_components/form/use-disclosure';
import { callApi } from '@/app/_session/api';
import { type Order, orderSchema } from '@/lib/orders/schema';

interface CancelButtonProps {
  order: Order;
  /** All tickets without one. */
  ticket?: Order['tickets'][number];
  onCancelled(order: Order): void;
}

/** Cancels one ticket or the whole order, after asking once more in place: the seats are free for others at once. */
export function CancelButton({ order, ticket, onCancelled }: CancelButtonProps) {
  const { isOpen, opener, open, close } = useDisclosure();
  const keep = useRef<HTMLButtonElement>(null);
  const { run, busy, error } = useAction(async () => {
    const cancelled = await callApi('POST', `/api/orders/${order.id}/cancellation`, {
      body: ticket ? { tickets: [ticket.id] } : {},
      response: orderSchema,
    });
    if (cancelled.ok) onCancelled(cancelled.data);
    return cancelled;
  });
  useEffect(() => {
    if (isOpen) keep.current?.focus();
  }, [isOpen]);

  const what = ticket ? ticket.seat : 'the order';
  if (!isOpen) {
    return (
      <button ref={opener} className="btn-link" type="button" onClick={open}>
        Cancel {what}
      </button>
    );
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && !isComposing(event) && !busy) close();
  }
  const seats = ticket ? 'The seat is' : 'The seats are';
  return (
    <fieldset className="asking" aria-label={`Cancel ${what}?`}>
      <span className="small">
        Cancel {what}? {seats} free for others at once.
      </span>
      <button
        className="btn btn-small btn-danger"
        type="button"
        aria-busy={busy || undefined}
        onKeyDown={onKeyDown}
        onClick={() => void run()}
      >
        {busy ? 'Cancelling' : `Cancel ${what}`}
      </button>
      <button ref={keep} className="btn btn-small" type="button" onKeyDown={onKeyDown} onClick={close}>
        Keep {ticket ? 'the ticket' : 'the order'}
      </button>
      <div role="alert">{error && <p className="error">{error.message}</p>}</div>
    </fieldset>
  );
}

/** Whether a member can still cancel online. A cancelled screening has no limit. */
export function canCancel({ state, now, cancelUntil, screening }: Order): boolean {
  return state === 'confirmed' && (screening.state === 'cancelled' || now < cancelUntil);
}
