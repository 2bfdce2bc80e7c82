'use client';

import { type SubmitEvent, useRef } from 'react';
import * as z from 'zod/mini';
import { useAction } from '@/app/_components/form/use-action';
import { callApi } from '@/app/_session/api';
import type { DeskOrders } from '@/lib/orders/desk-schema';
import { ReasonedAct } from './order-acts';

interface BlockedSeatsProps {
  screeningId: string;
  blocked: DeskOrders['blocked'];
  onChanged(): void;
}

/** Seats that are out of the sale, and why. */
export function BlockedSeats({ screeningId, blocked, onChanged }: BlockedSeatsProps) {
  const form = useRef<HTMLFormElement>(null);
  const path = `/api/desk/screenings/${screeningId}/blocked-seats` as const;
  const block = useAction(async (seats: string[], reason: string) => {
    const done = await callApi('POST', path, { body: { seats, reason }, response: z.null() });
    if (done.ok) form.current?.reset();
    if (done.ok) onChanged();
    return done;
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const seats = String(data.get('seats'))
      .toUpperCase()
      .split(/[\s,]+/)
      .filter(Boolean);
    void block.run(seats, String(data.get('reason')));
  };
  return (
    <section className="section" aria-labelledby="blocked">
      <h2 id="blocked">Blocked seats</h2>
      {blocked.length === 0 && <p className="read">None.</p>}
      <ul className="order-list">
        {blocked.map(({ seat, reason }) => (
          <li key={seat}>
            <b>{seat}</b> {reason}{' '}
            <ReasonedAct
              label={`Free ${seat}`}
              act={(why) =>
                callApi('DELETE', path, { body: { seats: [seat], reason: why }, response: z.null() })
              }
              onDone={onChanged}
            />
          </li>
        ))}
      </ul>
      <form ref={form} className="form" onSubmit={submit}>
        <div className="field">
          <label htmlFor="block-seats">Seats to block</label>
          <input className="input" id="block-seats" name="seats" required autoComplete="off" />
        </div>
        <div className="field">
          <label htmlFor="block-reason">Reason</label>
          <input
            className="input"
            id="block-reason"
            name="reason"
            maxLength={200}
            required
            autoComplete="off"
          />
        </div>
        <div role="alert">{block.error && <p className="error">{block.error.message}</p>}</div>
        <p className="row">
          <button className="btn" type="submit" aria-busy={block.busy || undefined}>
            Block
          </button>
        </p>
      </form>
    </section>
  );
}
