import { cinema } from '@/lib/cinema';
import { cinemaTime } from '@/lib/cinema-time';
import type { Sale } from '@/lib/screenings/schema';
import type { Seat } from '@/lib/seating/schema';

export type SeatState = 'free' | 'chosen' | 'taken' | 'out-of-order';

/** `F 7, free, view partly blocked`: what is heard of a seat. Without its state where the control says it. */
export function formatSeat(seat: Seat, state: SeatState | null, sale: Sale): string {
  const spoken = { free: 'free', chosen: 'chosen by you', taken: 'taken', 'out-of-order': 'out of order' };
  return [splitSeat(seat.id), kindOf(seat, sale), state && spoken[state], ...seat.facts]
    .filter(Boolean)
    .join(', ');
}

function kindOf({ kind, companionOf }: Seat, { sale }: Sale): string | null {
  if (kind === 'wheelchair') return 'wheelchair place';
  if (kind === 'restricted-view') return 'view partly blocked';
  if (kind !== 'companion' || companionOf === undefined) return null;
  return `companion seat, with ${splitSeat(companionOf)} or for everybody from ${cinemaTime(new Date(sale.companionReleaseAt))}`;
}

/** `F 7`. */
export function splitSeat(id: string): string {
  return id.replace(/(\D+)(\d+)/, '$1 $2');
}

/** `F7, F8 and F9`. */
export function formatSeats(ids: readonly string[]): string {
  return new Intl.ListFormat(cinema.locale, { type: 'conjunction' }).format(ids);
}

/** `1 seat`, `3 seats`. */
export function formatSeatCount(count: number): string {
  return count === 1 ? '1 seat' : `${count} seats`;
}
