'use client';

import Link from 'next/link';
import { type SubmitEvent, useState } from 'react';
import { Notice } from '@/app/_components/form/notice';
import { useAction } from '@/app/_components/form/use-action';
import { TicketCode } from '@/app/_components/ticket-code';
import { formatMoney } from '@/app/_format/numbers';
import { callApi } from '@/app/_session/api';
import { cinema } from '@/lib/cinema';
import { type Order, orderSchema } from '@/lib/orders/schema';

/** Sells to somebody without an account: seats by name, one price for all of them, paid at once or later. */
export function SellForm({ screeningId, onSold }: { screeningId: string; onSold(): void }) {
  const [sold, setSold] = useState<Order | null>(null);
  // The same sale sent again is one sale: another one has another key.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const sale = useAction(async (seats: string[], category: string, paid: boolean) => {
    const tickets = seats.map((seat) => ({ seat, category }));
    const done = await callApi('POST', '/api/desk/orders', {
      body: { screeningId, tickets, paid },
      idempotencyKey: key,
      response: orderSchema,
    });
    if (done.ok) setSold(done.data);
    if (done.ok) onSold();
    // A refusal is final for this key's seats; only a lost response is asked for again.
    if (done.ok || isRefusal(done.error.status)) setKey(crypto.randomUUID());
    return done;
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const seats = String(form.get('seats'))
      .toUpperCase()
      .split(/[\s,]+/)
      .filter(Boolean);
    void sale.run(seats, String(form.get('category')), form.get('paid') === 'on');
  };
  return (
    <section className="section" aria-labelledby="sell">
      <h2 id="sell">Sell</h2>
      <form className="form" onSubmit={submit}>
        <div className="field">
          <label htmlFor="seats">Seats</label>
          <input className="input" id="seats" name="seats" required autoComplete="off" />
          <p className="hint">
            Such as F7 F8. See <Link href={`/screenings/${screeningId}`}>which are free</Link>.
          </p>
        </div>
        <div className="field">
          <label htmlFor="category">Price</label>
          <select className="input" id="category" name="category">
            {cinema.priceCategories.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <label className="check">
          <input type="checkbox" name="paid" />
          Paid
        </label>
        <div role="alert">{sale.error && <p className="error">{sale.error.message}</p>}</div>
        <p className="row">
          <button className="btn btn-primary" type="submit" aria-busy={sale.busy || undefined}>
            {sale.busy ? 'Selling' : 'Sell'}
          </button>
        </p>
      </form>
      {sold && (
        <Notice
          tone="success"
          title={`Sold ${sold.tickets.map(({ seat }) => seat).join(', ')}: ${formatMoney(sold.total)}, ${sold.payment.state === 'due' ? 'to be paid' : 'paid'}`}
        >
          <ul className="tickets">
            {sold.tickets.map(({ id, seat, code }) => (
              <li key={id}>{code !== null && <TicketCode code={code} seat={seat} />}</li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  );
}

const isRefusal = (status: number): boolean => status >= 400 && status < 500;
