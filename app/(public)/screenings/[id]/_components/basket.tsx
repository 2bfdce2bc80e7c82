'use client';

import Link from 'next/link';
import type { Ref } from 'react';
import { formatMoney } from '@/app/_format/numbers';
import { cinema } from '@/lib/cinema';
import { cinemaTime } from '@/lib/cinema-time';
import type { Money, Sale } from '@/lib/screenings/schema';
import { type SeatPlan, seatsOf } from '@/lib/seating/schema';
import { HoldTimer } from './hold-timer';
import { HoldButton, OrderButtons } from './order-buttons';
import { formatSeatCount, formatSeats } from './seat-text';
import type { ChosenSeat } from './use-choice';
import type { Chooser } from './use-chooser';

interface BasketProps {
  /** Where the focus goes after a step. */
  ref: Ref<HTMLElement>;
  sale: Sale;
  plan: SeatPlan;
  chooser: Chooser;
  leftAlone: readonly string[];
}

/** What is chosen, how long it is held, what it costs, and the next step. */
export function Basket({ ref, sale, plan, chooser, leftAlone }: BasketProps) {
  const { choice, held, isHeld, isHeldChoice, bought, refusal } = chooser;
  const total = totalOf(sale, plan, choice);
  const { hold, confirm, extend, release } = chooser;
  const refused = [hold, confirm, extend, release].find(({ error }) => error !== null)?.error;
  const running = isHeld ? held : null;
  const isOver = held !== null && !isHeld && isHeldChoice;
  return (
    <aside ref={ref} className="basket" aria-label="Your seats" tabIndex={-1}>
      {running && <HoldTimer held={running} />}
      <div>
        <h2>{choice.length === 0 ? 'No seat chosen yet' : formatSeatCount(choice.length)}</h2>
        {choice.length === 0 && <p className="small soft">Choose up to {sale.sale.maxTicketsPerMember}.</p>}
        {refusal !== null && <p className="small error">{refusal}</p>}
        <Bought orders={bought} />
        <BasketLines sale={sale} plan={plan} chooser={chooser} />
        {running && !isHeldChoice && (
          <p className="small below">
            We hold {formatSeats(running.order.tickets.map(({ seat }) => seat))} for you until{' '}
            {cinemaTime(new Date(running.order.heldUntil))}.{' '}
            <button className="btn-link" type="button" onClick={chooser.takeHeld}>
              Back to {running.order.tickets.length === 1 ? 'this seat' : 'these seats'}
            </button>
          </p>
        )}
      </div>
      <LeftAlone seats={leftAlone} />
      <div role="alert" className="basket-alert">
        {isOver && (
          <p className="error">Your {cinema.sale.holdMinutes} minutes are over. We kept your choice.</p>
        )}
      </div>
      {choice.length > 0 && (
        <div>
          <p className="total">
            <span>Total</span>
            <span>{total.amountMinor === 0 ? 'Free' : formatMoney(total)}</span>
          </p>
          {total.amountMinor > 0 && <p className="small soft">You pay at the box office.</p>}
          {running && isHeldChoice ? (
            <OrderButtons chooser={chooser} canExtend={running.order.canExtend} />
          ) : (
            <HoldButton chooser={chooser} again={isOver ? 'again' : running ? 'instead' : null} />
          )}
          {/* Here and not beside a button, because a refusal may take its button away. */}
          <div role="alert">{refused && <p className="error">{refused.message}</p>}</div>
        </div>
      )}
    </aside>
  );
}

/** The tickets that somebody has of this screening. */
export function Bought({ orders }: { orders: Chooser['bought'] }) {
  return orders.map(({ id, tickets }) => {
    const seats = tickets.flatMap(({ seat, state }) => (state === 'valid' ? [seat] : []));
    return (
      <p key={id} className="small">
        You have {seats.length === 1 ? 'a ticket' : 'tickets'} already:{' '}
        <Link href={`/orders/${id}`}>{formatSeats(seats)}</Link>
      </p>
    );
  });
}

/** The chosen seats, each with who sits there and what it costs. */
function BasketLines({ sale, plan, chooser }: Pick<BasketProps, 'sale' | 'plan' | 'chooser'>) {
  const { choice, take, setCategory } = chooser;
  return (
    <ul className="lines">
      {choice.map(({ seat, category }) => (
        <li key={seat}>
          <b>{seat}</b>
          <span>
            <label className="hidden" htmlFor={`category-${seat}`}>
              Price for {seat}
            </label>
            <select
              id={`category-${seat}`}
              className="input"
              value={category}
              onChange={(event) => setCategory(seat, event.target.value)}
            >
              {sale.categories.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          </span>
          <span>{formatMoney(priceOf(sale, plan, { seat, category }))}</span>
          <button
            className="btn-link"
            type="button"
            aria-label={`Remove ${seat}`}
            onClick={() => take(choice.filter((one) => one.seat !== seat))}
          >
            Remove
          </button>
        </li>
      ))}
    </ul>
  );
}

/** A wish, not a rule: it stops nobody. */
function LeftAlone({ seats }: { seats: readonly string[] }) {
  if (seats.length === 0) return null;
  return (
    <div className="notice left-alone">
      <span className="mark" aria-hidden="true">
        i
      </span>
      <div className="small">
        <b>
          {formatSeats(seats)} {seats.length === 1 ? 'is left on its own' : 'are left on their own'}
        </b>
        If you can, move one seat along. You don’t have to.
      </div>
    </div>
  );
}

/** What the choice costs, as the page knows it; the order says what is to be paid. */
export function totalOf(sale: Sale, plan: SeatPlan, choice: readonly ChosenSeat[]): Money {
  const prices = choice.map((one) => priceOf(sale, plan, one));
  return {
    amountMinor: prices.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    currency: prices[0]?.currency ?? cinema.currency,
  };
}

/** What a seat costs in a category, as the screening's sale says. */
function priceOf(sale: Sale, plan: SeatPlan, { seat, category }: ChosenSeat): Money {
  const zone = seatsOf(plan).find(({ id }) => id === seat)?.zone;
  const prices = sale.zones.find(({ id }) => id === zone)?.prices ?? [];
  return prices.find((price) => price.category === category) ?? { amountMinor: 0, currency: cinema.currency };
}
