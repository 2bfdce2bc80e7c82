'use client';

import Link from 'next/link';
import { formatMoney } from '@/app/_format/numbers';
import { type Order, orderListSchema } from '@/lib/orders/schema';
import { formatSeatsOf, formatState, formatWhen } from './order-text';
import { OrdersFrame } from './states';
import { useLoaded } from '@/app/_components/use-loaded';

/** All orders of whoever is signed in: what is ahead first, then what was. */
export function Orders() {
  const loaded = useLoaded('/api/orders', orderListSchema);
  return (
    <OrdersFrame title="Your tickets" loaded={loaded}>
      {({ orders }) => {
        // What was only ever held is no order.
        const shown = orders.filter(({ state }) => ['held', 'confirmed', 'cancelled'].includes(state));
        const isAhead = (order: Order) => order.startsAt > order.now && order.state !== 'cancelled';
        const ahead = shown.filter(isAhead).toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
        const past = shown.filter((order) => !isAhead(order));
        return (
          <>
            <div className="page-header">
              <h1>Your tickets</h1>
            </div>
            {ahead.length === 0 && (
              <p className="read">
                You have no tickets for coming screenings. See <Link href="/">what is on</Link>.
              </p>
            )}
            {ahead.length > 0 && <h2 className="hidden">Coming</h2>}
            <OrderList orders={ahead} />
            {past.length > 0 && (
              <section className="section" aria-labelledby="past">
                <h2 id="past">Past and cancelled</h2>
                <OrderList orders={past} />
              </section>
            )}
          </>
        );
      }}
    </OrdersFrame>
  );
}

function OrderList({ orders }: { orders: readonly Order[] }) {
  if (orders.length === 0) return null;
  return (
    <ul className="order-list">
      {orders.map((order) => (
        <li key={order.id}>
          <h3>
            <Link href={order.state === 'held' ? `/screenings/${order.screeningId}` : `/orders/${order.id}`}>
              {order.film.title}
            </Link>
          </h3>
          <p>
            {formatWhen(order)}, {order.auditorium.name}
          </p>
          <p>
            {formatSeatsOf(order)}
            {order.total.amountMinor > 0 && `, ${formatMoney(order.total)}`}
          </p>
          <p className="small soft">{formatState(order)}</p>
        </li>
      ))}
    </ul>
  );
}
