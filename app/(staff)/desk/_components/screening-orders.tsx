'use client';

import Link from 'next/link';
import { type SubmitEvent, useState } from 'react';
import { useLoaded } from '@/app/_components/use-loaded';
import { fullDate, weekday } from '@/app/_format/dates';
import { formatMoney, pluralize } from '@/app/_format/numbers';
import { cinemaDay, cinemaTime } from '@/lib/cinema-time';
import { type DeskOrder, type DeskOrders, deskOrdersSchema } from '@/lib/orders/desk-schema';
import { BlockedSeats } from './blocked-seats';
import { LoadedFrame, StaffOnly } from './desk-frame';
import { OrderActs } from './order-acts';
import { SellForm } from './sell-form';

/** A screening's orders with who bought them, and what staff do with them. */
export function ScreeningOrders({ id }: { id: string }) {
  return (
    <StaffOnly name="Desk" permission="desk:sell">
      <Loading id={id} />
    </StaffOnly>
  );
}

function Loading({ id }: { id: string }) {
  const [search, setSearch] = useState('');
  const query = search === '' ? '' : `?search=${encodeURIComponent(search)}`;
  const loaded = useLoaded(`/api/desk/screenings/${id}/orders${query}`, deskOrdersSchema);
  return (
    <LoadedFrame name="Desk" loaded={loaded}>
      {(data, reload) => <Screening {...data} search={search} onSearch={setSearch} onChanged={reload} />}
    </LoadedFrame>
  );
}

interface ScreeningProps extends DeskOrders {
  search: string;
  onSearch(text: string): void;
  onChanged(): void;
}

function Screening({ screening, orders, blocked, search, onSearch, onChanged }: ScreeningProps) {
  const start = new Date(screening.startsAt);
  const day = cinemaDay(start);
  return (
    <section className="desk">
      <div className="page-header">
        <p className="kicker">
          <Link href={`/desk?day=${day}`}>Desk</Link> / <Link href="/desk/scan">Door</Link>
        </p>
        <h1>{screening.film.title}</h1>
        <p className="line">
          {`${weekday(day)} ${fullDate(day)}`}, {cinemaTime(start)}, {screening.auditorium.name}{' '}
          {screening.state !== 'planned' && <span className="badge">{screening.state}</span>}
        </p>
      </div>
      <SearchForm onSearch={onSearch} />
      <output className="result">
        {pluralize(orders.length, 'order', 'orders')}
        {search !== '' && ` for “${search}”`}
      </output>
      {orders.length > 0 && <OrdersTable orders={orders} onChanged={onChanged} />}
      <SellForm screeningId={screening.id} onSold={onChanged} />
      <BlockedSeats screeningId={screening.id} blocked={blocked} onChanged={onChanged} />
    </section>
  );
}

function SearchForm({ onSearch }: { onSearch(text: string): void }) {
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSearch(String(new FormData(event.currentTarget).get('search')).trim());
  };
  return (
    <form className="row desk-search" onSubmit={submit}>
      <label htmlFor="search">Name, seat or code</label>
      <input className="input" id="search" name="search" type="search" maxLength={100} autoComplete="off" />
      <button className="btn" type="submit">
        Find
      </button>
    </form>
  );
}

function OrdersTable({ orders, onChanged }: { orders: readonly DeskOrder[]; onChanged(): void }) {
  return (
    <table className="desk-table">
      <caption className="hidden">Orders of this screening</caption>
      <thead>
        <tr>
          <th scope="col">Buyer</th>
          <th scope="col">Seats</th>
          <th scope="col">State</th>
          <th scope="col" className="number">
            Total
          </th>
          <th scope="col">Do</th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order.id}>
            <th scope="row">{order.buyer.name}</th>
            <td data-label="Seats">
              {order.tickets.map((ticket) => (
                <span key={ticket.id} className="desk-seat">
                  {ticket.state === 'cancelled' ? <s>{ticket.seat}</s> : <b>{ticket.seat}</b>}{' '}
                  {ticket.categoryLabel}
                  {ticket.admittedAt !== null && `, in at ${cinemaTime(new Date(ticket.admittedAt))}`}
                </span>
              ))}
            </td>
            <td data-label="State">{stateOf(order)}</td>
            <td data-label="Total" className="number">
              {formatMoney(order.total)}
            </td>
            <td data-label="Do">
              <OrderActs order={order} onChanged={onChanged} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function stateOf({ state, heldUntil, payment }: DeskOrder): string {
  if (state === 'held') return `Held until ${cinemaTime(new Date(heldUntil))}`;
  const what = state === 'cancelled' ? 'Cancelled' : 'Ordered';
  const money = {
    none: '',
    due: ', to pay',
    paid: ', paid',
    'refund-due': ', money to give back',
    refunded: ', money given back',
  };
  return what + money[payment.state];
}
