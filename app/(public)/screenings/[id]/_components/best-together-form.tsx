'use client';

import { useState } from 'react';
import { bestTogether } from '@/lib/seating/best-together';
import type { Sale } from '@/lib/screenings/schema';
import type { Seat, SeatPlan } from '@/lib/seating/schema';
import { formatSeats } from './seat-text';

interface BestTogetherFormProps {
  plan: SeatPlan;
  sale: Sale;
  isFree(seat: Seat): boolean;
  onFound(seats: readonly string[]): void;
}

/** The best free seats side by side, for whoever has no wish to study a plan. Again offers the next best. */
export function BestTogetherForm({ plan, sale, isFree, onFound }: BestTogetherFormProps) {
  const [count, setCount] = useState(2);
  const [zone, setZone] = useState('');
  const [aisle, setAisle] = useState(false);
  const [tries, setTries] = useState(0);
  const [result, setResult] = useState({ found: '', none: '' });

  function find() {
    const wishes = { aisle, ...(zone === '' ? {} : { zone }) };
    const found = bestTogether(plan, isFree, count, wishes);
    const seats = found[tries % Math.max(1, found.length)];
    setTries(tries + 1);
    if (!seats) {
      const what = count === 1 ? 'is no free seat' : `are no ${count} free seats side by side`;
      setResult({ found: '', none: `There ${what} like that. Try fewer seats, or somewhere else.` });
      return;
    }
    setResult({ found: `Chosen for you: ${formatSeats(seats)}. Press again for others.`, none: '' });
    onFound(seats);
  }
  const fresh =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setTries(0);
    };
  return (
    <form
      className="form best-together"
      onSubmit={(event) => {
        event.preventDefault();
        find();
      }}
    >
      <div className="field">
        <label htmlFor="together-count">How many seats</label>
        <select
          id="together-count"
          className="input"
          value={count}
          onChange={(event) => fresh(setCount)(Number(event.target.value))}
        >
          {Array.from({ length: sale.sale.maxTicketsPerMember }, (_, index) => (
            <option key={index + 1}>{index + 1}</option>
          ))}
        </select>
      </div>
      {plan.zones.length > 1 && (
        <div className="field">
          <label htmlFor="together-zone">Where</label>
          <select
            id="together-zone"
            className="input"
            value={zone}
            onChange={(event) => fresh(setZone)(event.target.value)}
          >
            <option value="">Anywhere</option>
            {plan.zones.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </div>
      )}
      <label className="check">
        <input type="checkbox" checked={aisle} onChange={(event) => fresh(setAisle)(event.target.checked)} />
        <span>On an aisle</span>
      </label>
      <p className="row">
        <button className="btn" type="submit">
          Find the best seats
        </button>
      </p>
      {/* What is found is heard as any other choice. */}
      <p className="small">{result.found}</p>
      <output className="small">{result.none}</output>
    </form>
  );
}
