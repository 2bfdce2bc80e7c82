'use client';

import { memo, type ReactNode } from 'react';
import type { Sale } from '@/lib/screenings/schema';
import type { Seat, SeatRow } from '@/lib/seating/schema';
import { formatSeat, type SeatState } from './seat-text';

const classes: Record<SeatState, string> = {
  free: '',
  chosen: ' mine',
  taken: ' taken',
  'out-of-order': ' out',
};
const kinds: Record<Seat['kind'], string> = {
  seat: '',
  wheelchair: ' wheel',
  companion: ' companion',
  'restricted-view': ' blocked',
  'out-of-order': '',
};

interface RowProps {
  row: SeatRow;
  sale: Sale;
  /** The seat of this row that the Tab key leads to. */
  active: string | null;
  /** The state of each place, so that a row is drawn again only when one of its seats changes. */
  states: string;
  onPress(seat: Seat): void;
}

/** One row of the plan, drawn again only when something of it changes: there may be thirty. */
export const Row = memo(function Row({ row, sale, active, states, onPress }: RowProps) {
  const stateOf = states.split(',');
  return (
    <fieldset className="seat-row" aria-label={`Row ${row.label}`}>
      <b aria-hidden="true">{row.label}</b>
      <div>
        {row.seats.map((seat, index) => {
          // oxlint-disable-next-line react/no-array-index-key -- a gap has no other name than its place
          if (!seat) return <span key={index} className="half" />;
          const state = stateOf[index] as SeatState;
          const isClosed = state === 'taken' || state === 'out-of-order';
          return (
            <button
              key={seat.id}
              type="button"
              data-seat={seat.id}
              className={`seat${kinds[seat.kind]}${classes[state]}`}
              tabIndex={seat.id === active ? 0 : -1}
              aria-label={formatSeat(seat, state, sale)}
              aria-pressed={isClosed ? undefined : state === 'chosen'}
              aria-disabled={isClosed || undefined}
              title={seat.facts.join('. ') || undefined}
              onClick={() => onPress(seat)}
            >
              {seat.kind === 'wheelchair' ? <WheelchairMark /> : <span>{seat.id.replace(/\D+/, '')}</span>}
            </button>
          );
        })}
      </div>
      <b aria-hidden="true">{row.label}</b>
    </fieldset>
  );
});

function WheelchairMark() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.6">
      <circle cx="6.4" cy="2" r="1.5" fill="currentColor" stroke="none" />
      <path d="M6.4 4.2v4.6h4.2l1.8 4.4h1.8M6.6 6.4h3.4" />
      <path d="M4.6 7.6a3.7 3.7 0 1 0 5 4.6" />
    </svg>
  );
}

const marks: { text: string; className: string; children?: ReactNode }[] = [
  { text: 'Free', className: 'seat', children: <span>7</span> },
  { text: 'Yours, with a tick', className: 'seat mine', children: <span>7</span> },
  { text: 'Taken, crossed out', className: 'seat taken' },
  { text: 'Wheelchair place', className: 'seat wheel', children: <WheelchairMark /> },
  { text: 'Companion seat', className: 'seat companion' },
  { text: 'View partly blocked', className: 'seat blocked', children: <span>7</span> },
  { text: 'Out of order', className: 'seat out' },
];

/** What each mark in the plan means. */
export function Legend() {
  return (
    <ul className="legend">
      {marks.map(({ text, className, children }) => (
        <li key={text}>
          <span className={className} aria-hidden="true">
            {children}
          </span>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
