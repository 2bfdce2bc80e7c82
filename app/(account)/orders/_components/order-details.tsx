'use client';

import Link from 'next/link';
import { useRef, useState } from 'react';
import { Notice } from '@/app/_components/form/notice';
import { formatMoney } from '@/app/_format/numbers';
import { cinema } from '@/lib/cinema';
import { cinemaTime } from '@/lib/cinema-time';
import { type Order, orderSchema } from '@/lib/orders/schema';
import { canCancel, CancelButton } from './cancel-button';
import { formatStart, formatState } from './order-text';
import { OrdersFrame } from './states';
import { TicketCode } from '@/app/_components/ticket-code';
import { useLoaded } from '@/app/_components/use-loaded';

/** One order: its tickets with their codes, what to pay, and how to cancel. */
export function OrderDetails({ id }: { id: string }) {
  const loaded = useLoaded(`/api/orders/${id}`, orderSchema);
  return (
    <OrdersFrame title="Your tickets" loaded={loaded}>
      {(order, { replace }) => <OrderView order={order} onChanged={replace} />}
    </OrdersFrame>
  );
}

function OrderView({ order, onChanged }: { order: Order; onChanged(order: Order): void }) {
  const [said, setSaid] = useState('');
  const status = useRef<HTMLOutputElement>(null);
  const onCancelled = (what: string) => (changed: Order) => {
    onChanged(changed);
    if (changed.state === 'confirmed') setSaid(`${what} is cancelled. `);
    else setSaid('');
    // The button that had the focus is gone.
    status.current?.focus();
  };
  return (
    <article className="order">
      <div className="page-header">
        <p className="kicker">
          <Link href="/orders">Your tickets</Link> /{' '}
          <Link href={`/films/${order.film.slug}`}>{order.film.title}</Link>
        </p>
        <h1>{order.film.title}</h1>
        <p className="line">
          {formatStart(order.startsAt)}, {order.auditorium.name}
        </p>
      </div>
      <ScreeningChange order={order} />
      <output ref={status} className="lead" tabIndex={-1}>
        {said}
        {formatState(order)}.
      </output>
      <NextStep order={order} />
      <ul className="tickets">
        {order.tickets.map((ticket) => (
          <TicketCard key={ticket.id} order={order} ticket={ticket} onCancelled={onCancelled(ticket.seat)} />
        ))}
      </ul>
      {order.state === 'confirmed' && <ToPay order={order} onCancelled={onCancelled('The order')} />}
    </article>
  );
}

/** What has become of the screening since the order was made. */
function ScreeningChange({ order }: { order: Order }) {
  const { screening, startsAt, state } = order;
  if (state !== 'confirmed') return null;
  if (screening.state === 'cancelled') {
    return (
      <Notice tone="warning" title="This screening is cancelled">
        <p>What you have paid you get back at the box office. You don’t have to do anything online.</p>
      </Notice>
    );
  }
  if (screening.startsAt === startsAt) return null;
  return (
    <Notice tone="warning" title={`New time: ${formatStart(screening.startsAt)}`}>
      <p>Your tickets stay valid.</p>
    </Notice>
  );
}

/** An order without tickets yet leads back to its seats. */
function NextStep({ order: { state, screeningId } }: { order: Order }) {
  if (state === 'confirmed' || state === 'cancelled') return null;
  return (
    <p className="row below">
      <Link className="btn btn-primary" href={`/screenings/${screeningId}`}>
        {state === 'held' ? 'Continue to order' : 'Choose seats again'}
      </Link>
    </p>
  );
}

interface TicketCardProps {
  order: Order;
  ticket: Order['tickets'][number];
  onCancelled(order: Order): void;
}

function TicketCard({ order, ticket, onCancelled }: TicketCardProps) {
  const isOneOfMany = order.tickets.filter(({ state }) => state === 'valid').length > 1;
  return (
    <li className={ticket.state === 'cancelled' ? 'ticket cancelled' : 'ticket'}>
      <div>
        {/* Each is cut out of the paper and handed on. */}
        <p className="on-paper">
          <b>{order.film.title}</b>
          <br />
          {formatStart(order.startsAt)}, {order.auditorium.name}
        </p>
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
        {isOneOfMany && ticket.state === 'valid' && ticket.admittedAt === null && canCancel(order) && (
          <CancelButton order={order} ticket={ticket} onCancelled={onCancelled} />
        )}
      </div>
      {ticket.code !== null && <TicketCode code={ticket.code} seat={ticket.seat} />}
    </li>
  );
}

function ToPay({ order, onCancelled }: Omit<TicketCardProps, 'ticket'>) {
  const isDue = order.payment.state === 'due';
  return (
    <section className="section" aria-labelledby="to-pay">
      <h2 id="to-pay">{isDue ? 'To pay' : 'Price'}</h2>
      <p className="total">
        <span>Total</span>
        <span>{formatMoney(order.total)}</span>
      </p>
      {order.taxes.map(({ rate, amount }) => (
        <p key={rate} className="small soft">
          Includes {formatMoney(amount)} tax at {rate}%.
        </p>
      ))}
      {isDue && <p>Pay at the box office before the film begins.</p>}
      {isDue && <p className="small soft">Box office: {cinema.boxOffice}</p>}
      <div className="row below">
        <button className="btn" type="button" onClick={() => window.print()}>
          Print
        </button>
        {canCancel(order) ? (
          <CancelButton order={order} onCancelled={onCancelled} />
        ) : (
          <span className="small soft">You can no longer cancel online. Ask at the box office.</span>
        )}
      </div>
    </section>
  );
}
