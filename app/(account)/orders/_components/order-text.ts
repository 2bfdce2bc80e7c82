import { dayNumeral, formatDayHeading, month, weekday } from '@/app/_format/dates';
import { cinema } from '@/lib/cinema';
import { cinemaDay, cinemaTime } from '@/lib/cinema-time';
import type { Order } from '@/lib/orders/schema';

/** `Today, Friday, 20:45`. */
export function formatWhen({ startsAt, now }: Order): string {
  const start = new Date(startsAt);
  return `${formatDayHeading(cinemaDay(start), cinemaDay(new Date(now)))}, ${cinemaTime(start)}`;
}

/** `Friday 20 November, 20:45`: true on whatever day it is read, as on paper. */
export function formatStart(startsAt: string): string {
  const start = new Date(startsAt);
  const day = cinemaDay(start);
  return `${weekday(day)} ${dayNumeral(day)} ${month(day)}, ${cinemaTime(start)}`;
}

export function formatSeatsOf({ tickets, state }: Order): string {
  const shown = state === 'cancelled' ? tickets : tickets.filter((ticket) => ticket.state === 'valid');
  const seats = shown.map(({ seat }) => seat);
  const list = new Intl.ListFormat(cinema.locale, { type: 'conjunction' }).format(seats);
  return seats.length === 1 ? `Seat ${list}` : `Seats ${list}`;
}

/** What an order is at this moment, in a few words. */
export function formatState({ state, heldUntil, payment, total }: Order): string {
  switch (state) {
    case 'held':
      return `Held for you until ${cinemaTime(new Date(heldUntil))}, not ordered yet`;
    case 'lapsed':
      return 'Your time to order is over';
    case 'released':
    case 'replaced':
      return 'Given back';
    case 'cancelled':
      return payment.state === 'refund-due'
        ? 'Cancelled. You get your money back at the box office'
        : 'Cancelled';
    case 'confirmed':
      if (total.amountMinor === 0) return 'Ordered, nothing to pay';
      return payment.state === 'paid' ? 'Ordered and paid' : 'Ordered, to be paid at the box office';
  }
}
