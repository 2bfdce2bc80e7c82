'use client';

import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { formatMoney } from '@/app/_format/numbers';
import type { Sale } from '@/lib/screenings/schema';
import type { Seat, SeatPlan, SeatRow } from '@/lib/seating/schema';
import { middleSeat, neighbour } from './plan-moves';
import { Row } from './seat-row';
import type { SeatState } from './seat-text';

export interface SeatMapProps {
  plan: SeatPlan;
  sale: Sale;
  stateOf(seat: Seat): SeatState;
  onPress(seat: Seat): void;
}

interface PartProps {
  /** The seat to begin at: it has the focus. Without one the middle of the best row is shown. */
  start?: string;
  /** Beside the buttons for parts and size. */
  children?: ReactNode;
}

/** Of a seat, in rem: none below 24 px, which a finger still meets. */
const SIZES = [1.625, 2, 2.5, 3];

/** The plan as a picture: one tab stop, arrows from seat to seat, Home and End to the ends of a row. */
export function SeatMap({ plan, sale, stateOf, onPress, start, children }: SeatMapProps & PartProps) {
  const [size, setSize] = useState<number | null>(null);
  const [active, setActive] = useState(() => start ?? middleSeat(plan));
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
    const area = scroll.current;
    if (!area) return;
    if (start === undefined) {
      area.scrollLeft = (area.scrollWidth - area.clientWidth) / 2;
      return;
    }
    const seat = area.querySelector<HTMLElement>(`[data-seat="${start}"]`);
    seat?.focus({ preventScroll: true });
    seat?.scrollIntoView({ block: 'center', inline: 'center' });
  }, [start]);

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
        {children}
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

function zoneOf({ seats }: SeatRow): string | undefined {
  return seats.find((seat) => seat !== null)?.zone;
}
