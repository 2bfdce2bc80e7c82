import { confirmOrder } from '../../../lib/orders/change-order';
import { holdSeats } from '../../../lib/orders/hold';
import { listOccupied } from '../../../lib/orders/seats';
import type { Screening } from '../../../lib/screenings/schema';
import { bestTogether } from '../../../lib/seating/best-together';
import { seatsOf } from '../../../lib/seating/schema';
import { findSeatPlan } from '../../../lib/seating/seat-plans';

/** How much of a screening is sold, from the next one on: so that every state can be seen. */
const SOLD = [0.35, 0.8, 1, 0.1, 0.97, 0.5, 0.05, 0.65];
/** So many screenings ahead have sold something; later ones are all free. */
const SCREENINGS = 12;
/** The most that one order of the sample set has: a sold-out Grand is many people. */
const PARTY = 8;
/** The large auditorium sells no more than this, or the first start would take long. */
const SEATS_AT_MOST = 64;

/**
 * Sells tickets of the coming screenings that have sold none, at the desk, by the same code that sells them to everybody.
 * @param seller the staff member who sold them
 */
export async function sellTickets(screenings: readonly Screening[], seller: string): Promise<void> {
  for (const [index, { id, planId, prices }] of screenings.slice(0, SCREENINGS).entries()) {
    const [plan, occupied] = await Promise.all([findSeatPlan(planId ?? ''), listOccupied(id, new Date())]);
    if (!plan || occupied.size > 0) continue;
    const seats = seatsOf(plan).filter(({ kind }) => kind === 'seat');
    const wanted = Math.min(SEATS_AT_MOST, Math.round(seats.length * (SOLD[index % SOLD.length] ?? 0)));
    const taken = new Set<string>();
    for (let sold = 0; sold < wanted;) {
      const count = Math.min(wanted - sold, 1 + ((index + sold) % PARTY));
      const free = (seat: { id: string }) => !taken.has(seat.id);
      // The best seats first, and where no row has as many side by side, one by one.
      const party = bestTogether(plan, free, count)[0] ?? bestTogether(plan, free, 1)[0];
      if (!party) break;
      const tickets = party.map((seat, place) => ({
        seat,
        category: prices[place % prices.length]?.kind ?? 'full',
      }));
      const { id: orderId } = await holdSeats({
        buyer: { memberId: null, soldBy: seller },
        input: { screeningId: id, tickets },
        idempotencyKey: `${id} ${party[0]}`,
      });
      await confirmOrder(orderId, { id: seller, isStaff: true });
      for (const seat of party) taken.add(seat);
      sold += party.length;
    }
  }
}
