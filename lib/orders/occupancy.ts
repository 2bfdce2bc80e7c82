import { seatsOf } from '../seating/schema';
import { getSaleScreening } from '../screenings/sale';
import { planOf } from './sale';
import type { Occupancy } from './schema';
import { listOccupied } from './seats';

/**
 * Which seats of a screening are free, the same for everybody who asks. Throws `not-found`. Two queries, by the database's
 * clock.
 */
export async function getOccupancy(screeningId: string): Promise<Occupancy> {
  const screening = await getSaleScreening(screeningId);
  const [plan, occupied] = await Promise.all([planOf(screening), listOccupied(screeningId, screening.now)]);
  const free = Object.fromEntries(plan.zones.map(({ id }) => [id, 0]));
  let seats = '';
  for (const seat of seatsOf(plan)) {
    const isFree = seat.kind !== 'out-of-order' && !occupied.has(seat.id);
    if (isFree) free[seat.zone] = (free[seat.zone] ?? 0) + 1;
    seats += isFree ? '.' : 'x';
  }
  return { planId: plan.id, seats, free, at: screening.now.toISOString() };
}
