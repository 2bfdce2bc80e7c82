'use client';

import type { SeatMapProps } from './seat-map';
import { formatSeat, formatSeatCount } from './seat-text';

/** The same choice without a picture: a row opens and shows what is free in it. */
export function SeatList({ plan, sale, stateOf, onPress }: SeatMapProps) {
  return (
    <ul className="seat-list">
      {plan.rows.map(({ label, seats }) => {
        const places = seats.filter((seat) => seat !== null);
        const offered = places.filter((seat) => ['free', 'chosen'].includes(stateOf(seat)));
        const zone = plan.zones.find(({ id }) => id === places[0]?.zone)?.label;
        return (
          <li key={label}>
            <details>
              <summary>
                <b>Row {label}</b>
                <span>{zone}</span>
                <span>{offered.length === 0 ? 'full' : `${formatSeatCount(offered.length)} free`}</span>
              </summary>
              {offered.length === 0 ? (
                <p className="small soft">All seats of this row are taken.</p>
              ) : (
                <ul>
                  {offered.map((seat) => (
                    <li key={seat.id}>
                      <label className="check">
                        <input
                          type="checkbox"
                          checked={stateOf(seat) === 'chosen'}
                          onChange={() => onPress(seat)}
                        />
                        <span>{formatSeat(seat, null, sale)}</span>
                      </label>
                    </li>
                  ))}
                </ul>
              )}
            </details>
          </li>
        );
      })}
    </ul>
  );
}
