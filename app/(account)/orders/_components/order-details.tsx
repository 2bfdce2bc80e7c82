'use client';

import Link from 'next/link';
import { useAction } from '@/app/_components/form/use-action';
import { useDisclosure } from '@/app/_components/form/use-disclosure';
import { formatMoney } from '@/app/_format/numbers';
import { callApi } from '@/app/_session/api';
import { cinema } from '@/lib/cinema';
import { cinemaTime } from '@/lib/cinema-time';
import { type Order, orderSchema } from '@/lib/orders/schema';
import { formatState, formatWhen } from './order-text';
import { OrdersFrame } from './states';
import { TicketCode } from './ticket-code';
import { useLoaded } from './use-loaded';

/** One order: its tickets with their codes, what to pay, and how to give tickets back. */
export function OrderDetails({ id }: { id: string }) {
  const loaded = useLoaded(`/api/orders/${id}`, orderSchema);
  return (
    <OrdersFrame title="Your tickets" loaded={loaded}>
      {(order, { replace }) => <OrderView order={order} onChanged={replace} />}
    </OrdersFrame>
  );
}

function OrderView({ order, onChanged }: { order: Order; onChanged(order: Order): void }) {
  const isConfirmed = order.state === 'confirmed';
  return (
    <article className="order">
      <div className="page-header">
        <p className="kicker">
          <Link href="/orders">Your tickets</Link> /{' '}
          <Link href={`/films/${order.film.slug}`}>{order.film.title}</Link>
        </p>
        <h1>{order.film.title}</h1>
        <p className="line">
          {formatWhen(order)}, {order.auditorium.name}
        </p>
      </div>
      <output className="lead">{formatState(order)}.</output>
      <ul className="tickets">
        {order.tickets.map((ticket) => (
          <li key={ticket.id} className={ticket.state === 'cancelled' ? 'ticket cancelled' : 'ticket'}>
            <div>
              <p className="ticket-seat">
                <b>{ticket.seat}</b> {ticket.zoneLabel}
              </p>
              <p>
                {ticket.categoryLabel}, {ticket.price.amountMinor === 0 ? 'free' : formatMoney(ticket.price)}
              </p>
              {ticket.state === 'cancelled' && <p className="small">Cancelled</p>}
              {ticket.admittedAt !== null && (
                <p className="small">Came in at {cinemaTime(new Date(ticket.admittedAt))}</p>
              )}
              {isConfirmed && ticket.state === 'valid' && order.tickets.length > 1 && (
                <CancelButton
                  order={order}
                  ticketId={ticket.id}
                  label={`Cancel ${ticket.seat}`}
                  onChanged={onChanged}
                />
              )}
            </div>
            {ticket.code !== null && <TicketCode code={ticket.code} seat={ticket.seat} />}
          </li>
        ))}
      </ul>
      {isConfirmed && (
        <section className="section" aria-labelledby="to-pay">
          <h2 id="to-pay">{order.payment.state === 'due' ? 'To pay' : 'Price'}</h2>
          <p className="total">
            <span>Total</span>
            <span>{formatMoney(order.total)}</span>
          </p>
          {order.taxes.map(({ rate, amount }) => (
            <p key={rate} className="small soft">
              Includes {formatMoney(amount)} tax at {rate} %.
            </p>
          ))}
          {order.payment.state === 'due' && (
            <p className="read">Pay at the box office before the film begins. {cinema.boxOffice}</p>
          )}
          <p className="row below">
            <button className="btn" type="button" onClick={() => window.print()}>
              Print
            </button>
            <CancelButton order={order} label="Cancel the order" onChanged={onChanged} />
          </p>
        </section>
      )}
    </article>
  );
}

interface CancelButtonProps {
  order: Order;
  /** All tickets without one. */
  ticketId?: string;
  label: string;
  onChanged(order: Order): void;
}

/** Asks before it cancels, because the seat is free for others at once. */
function CancelButton({ order, ticketId, label, onChanged }: CancelButtonProps) {
  const { isOpen, opener, open, close } = useDisclosure();
  const cancel = useAction(async () => {
    const cancelled = await callApi('POST', `/api/orders/${order.id}/cancellation`, {
      body: ticketId === undefined ? {} : { tickets: [ticketId] },
      response: orderSchema,
    });
    if (cancelled.ok) onChanged(cancelled.data);
    return cancelled;
  });
  if (order.now >= order.cancelUntil) {
    return ticketId === undefined ? (
      <span className="small soft">It’s too late to cancel online. Ask at the box office.</span>
    ) : null;
  }
  if (!isOpen) {
    return (
      <button ref={opener} className="btn-link" type="button" onClick={open}>
        {label}
      </button>
    );
  }
  return (
    <span className="ask">
      <b>{label}?</b> {ticketId === undefined ? 'The seats are' : 'The seat is'} then free for others.{' '}
      <span className="row">
        <button
          className="btn btn-small btn-danger"
          type="button"
          aria-busy={cancel.busy || undefined}
          onClick={() => void cancel.run()}
        >
          {cancel.busy ? 'Cancelling' : 'Yes, cancel'}
        </button>
        <button className="btn btn-small" type="button" onClick={close}>
          Keep it
        </button>
      </span>
      <span role="alert">{cancel.error && <span className="error">{cancel.error.message}</span>}</span>
    </span>
  );
}
