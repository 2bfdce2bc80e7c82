'use client';

import type { ReactNode } from 'react';
import { formatMoney } from '@/app/_format/numbers';
import type { Money, Sale } from '@/lib/screenings/schema';
import type { SeatPlan } from '@/lib/seating/schema';
import { formatSeats } from './seat-text';
import type { ChosenSeat } from './use-choice';

interface BasketLinesProps {
  sale: Sale;
  plan: SeatPlan;
  choice: readonly ChosenSeat[];
  onCategory(seat: string, category: string): void;
  onRemove(seat: string): void;
}

/** The chosen seats, each with who sits there and what it costs. */
export function BasketLines({ sale, plan, choice, onCategory, onRemove }: BasketLinesProps) {
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
              onChange={(event) => onCategory(seat, event.target.value)}
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
            onClick={() => onRemove(seat)}
          >
            Remove
          </button>
        </li>
      ))}
    </ul>
  );
}

export function Total({ total, children }: { total: Money; children?: ReactNode }) {
  return (
    <>
      <p className="total">
        <span>Total</span>
        <span>{total.amountMinor === 0 ? 'Free' : formatMoney(total)}</span>
      </p>
      {children}
    </>
  );
}

/** A wish, not a rule: it stops nobody. */
export function LeftAlone({ seats }: { seats: readonly string[] }) {
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
        If you can, move one seat along. A wish, not a rule.
      </div>
    </div>
  );
}

/** What a seat costs in a category, as the screening's sale says; the server decides. */
export function priceOf(sale: Sale, plan: SeatPlan, { seat, category }: ChosenSeat): Money {
  const zone = plan.rows.flatMap(({ seats }) => seats).find((one) => one?.id === seat)?.zone;
  const prices = sale.zones.find(({ id }) => id === zone)?.prices ?? [];
  return prices.find((price) => price.category === category) ?? { amountMinor: 0, currency: 'EUR' };
}
