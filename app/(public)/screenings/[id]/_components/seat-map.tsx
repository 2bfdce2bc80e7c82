'use client';

import { type KeyboardEvent, memo, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { formatMoney } from '@/app/_format/numbers';
import type { Sale } from '@/lib/screenings/schema';
import type { Seat, SeatPlan, SeatRow } from '@/lib/seating/schema';
import { formatSeat, type SeatState } from './seat-text';

interface SeatMapProps {
  plan: SeatPlan;
  sale: Sale;
  stateOf(seat: Seat): SeatState;
  onPress(seat: Seat): void;
}

const SIZES = [1.625, 2, 2.5, 3];
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

/** The plan as a picture: one tab stop, arrows from seat to seat, Home and End to the ends of a row. */
export function SeatMap({ plan, sale, stateOf, onPress }: SeatMapProps) {
  const [size, setSize] = useState<number | null>(null);
  const [active, setActive] = useState(() => firstSeat(plan));
  const scroll = useRef<HTMLElement>(null);

  const latest = useRef(onPress);
  useEffect(() => {
    latest.current = onPress;
  });
  // Stable between renders, so that a press renders one row and not thirty.
  const press = useCallback((seat: Seat) => {
    setActive(seat.id);
    latest.current(seat);
  }, []);

  useEffect(() => {
    // The middle of the screen first, where the best seats are.
    const area = scroll.current;
    if (area) area.scrollLeft = (area.scrollWidth - area.clientWidth) / 2;
  }, []);

  function moveTo(id: string) {
    setActive(id);
    scroll.current?.querySelector<HTMLElement>(`[data-seat="${id}"]`)?.focus();
  }
  function onKeyDown(event: KeyboardEvent) {
    const id = neighbour(plan, active, event.key);
    if (id === null) return;
    event.preventDefault();
    moveTo(id);
  }
  function show(part: number) {
    const area = scroll.current;
    if (area) area.scrollLeft = (area.scrollWidth - area.clientWidth) * part;
  }
  const step = size ?? 1;
  return (
    <div className="seat-plan">
      <div className="bar">
        <span className="row">
          {['Left', 'Centre', 'Right'].map((label, part) => (
            <button key={label} className="btn btn-small" type="button" onClick={() => show(part / 2)}>
              {label}
            </button>
          ))}
        </span>
        <span className="row">
          <button
            className="btn btn-small"
            type="button"
            aria-label="Smaller"
            aria-disabled={size === 0 || undefined}
            onClick={() => setSize(Math.max(0, step - 1))}
          >
            −
          </button>
          <button
            className="btn btn-small"
            type="button"
            aria-label="Larger"
            aria-disabled={size === SIZES.length - 1 || undefined}
            onClick={() => setSize(Math.min(SIZES.length - 1, step + 1))}
          >
            +
          </button>
        </span>
      </div>
      <section ref={scroll} className="scroll" aria-label="Seat plan">
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the seats in it have the focus */}
        <div
          className="seats"
          style={size === null ? undefined : { ['--seat' as string]: `${SIZES[size]}rem` }}
          onKeyDown={onKeyDown}
        >
          <p className="screen-side">Screen</p>
          {plan.rows.map((row, index) => (
            <Zone key={row.label} plan={plan} sale={sale} row={row} before={plan.rows[index - 1]}>
              <Row
                row={row}
                sale={sale}
                active={row.seats.some((seat) => seat?.id === active) ? active : null}
                states={row.seats.map((seat) => (seat ? stateOf(seat) : '-')).join()}
                onPress={press}
              />
            </Zone>
          ))}
        </div>
      </section>
    </div>
  );
}

interface ZoneProps {
  plan: SeatPlan;
  sale: Sale;
  row: SeatRow;
  before: SeatRow | undefined;
  children: ReactNode;
}

/** A row, with the name and price of its zone above it where a zone begins. */
function Zone({ plan, sale, row, before, children }: ZoneProps) {
  const zone = zoneOf(row);
  const name = plan.zones.find(({ id }) => id === zone)?.label;
  const price = sale.zones.find(({ id }) => id === zone)?.prices[0];
  return (
    <>
      {zone !== (before && zoneOf(before)) && (
        <p className="zone">
          {name}
          {price && `, ${formatMoney(price)}`}
        </p>
      )}
      {children}
    </>
  );
}

interface RowProps {
  row: SeatRow;
  sale: Sale;
  /** The seat of this row that the Tab key leads to. */
  active: string | null;
  /** The state of each place, so that a row is drawn again only when one of its seats changes. */
  states: string;
  onPress(seat: Seat): void;
}

const Row = memo(function Row({ row, sale, active, states, onPress }: RowProps) {
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

function zoneOf({ seats }: SeatRow): string | undefined {
  return seats.find((seat) => seat !== null)?.zone;
}

function firstSeat({ rows }: SeatPlan): string {
  return rows[0]?.seats.find((seat) => seat !== null)?.id ?? '';
}

/** Where an arrow leads from a seat: along the row, or to the place above or below it; null for any other key. */
export function neighbour({ rows }: SeatPlan, from: string, key: string): string | null {
  const rowIndex = rows.findIndex(({ seats }) => seats.some((seat) => seat?.id === from));
  const seats = rows[rowIndex]?.seats ?? [];
  const index = seats.findIndex((seat) => seat?.id === from);
  const there = seats.filter((seat) => seat !== null);
  const at = there.findIndex(({ id }) => id === from);
  if (key === 'ArrowLeft') return there[at - 1]?.id ?? null;
  if (key === 'ArrowRight') return there[at + 1]?.id ?? null;
  if (key === 'Home') return there[0]?.id ?? null;
  if (key === 'End') return there.at(-1)?.id ?? null;
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const other = rows[rowIndex + (key === 'ArrowUp' ? -1 : 1)]?.seats;
  if (!other) return null;
  // Rows stand centred under the screen, whatever their length.
  const column = index + (other.length - seats.length) / 2;
  const distance = (place: number) => Math.abs(place - column);
  const nearest = other
    .flatMap((seat, place) => (seat ? [{ id: seat.id, place }] : []))
    .toSorted((a, b) => distance(a.place) - distance(b.place));
  return nearest[0]?.id ?? null;
}
