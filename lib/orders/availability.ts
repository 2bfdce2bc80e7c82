import { FEW_SEATS, type Screening } from '../screenings/schema';
import { seatsOf } from '../seating/schema';
import { findSeatPlan } from '../seating/seat-plans';
import { getOccupancy } from './occupancy';
import { countOccupied } from './seats';

/**
 * Says of each screening how many seats are left, as a page shows it that is a minute old at most; who buys is told by the
 * database. One query for all, and one for each plan that is new to this process.
 */
export async function withSeatsLeft<T extends { screening: Screening }>(list: readonly T[]): Promise<T[]> {
  const planIds = [...new Set(list.flatMap(({ screening: { planId } }) => planId ?? []))];
  const [occupied, plans] = await Promise.all([
    countOccupied(
      list.map(({ screening }) => screening.id),
      new Date(),
    ),
    Promise.all(planIds.map(findSeatPlan)),
  ]);
  const sizes = new Map(
    plans.flatMap((plan) =>
      plan ? [[plan.id, seatsOf(plan).filter(({ kind }) => kind !== 'out-of-order').length] as const] : [],
    ),
  );
  return list.map((entry) => {
    const size = sizes.get(entry.screening.planId ?? '');
    if (size === undefined) return entry;
    const seatsLeft = Math.max(0, size - (occupied.get(entry.screening.id) ?? 0));
    return { ...entry, screening: { ...entry.screening, seatsLeft } };
  });
}

/** Whether a screening has, or had before `count` seats were sold, so few free ones that pages say how many. Two queries. */
export async function hasFewSeats(screeningId: string, count: number): Promise<boolean> {
  const { free } = await getOccupancy(screeningId);
  const left = Object.values(free).reduce((sum, inZone) => sum + inZone, 0);
  return left <= FEW_SEATS + count;
}
