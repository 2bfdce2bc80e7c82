import { ProblemError } from '../problem';
import { getSaleScreening, type SaleScreening } from '../screenings/sale';
import type { Sale } from '../screenings/schema';
import type { Seat, SeatPlan } from '../seating/schema';
import { findSeatPlan } from '../seating/seat-plans';
import { findCategory, type Price, priceInZone } from './prices';

/** The plan that a screening's seats are sold on: stored with it, so it is there. */
export async function planOf({ planId, id }: Pick<SaleScreening, 'planId' | 'id'>): Promise<SeatPlan> {
  const plan = await findSeatPlan(planId);
  if (!plan) throw new Error(`Screening ${id} is sold on the plan ${planId}, which is not stored`);
  return plan;
}

/** The plan of a screening. Throws `not-found` when it is sold on another one than `planId` by now. */
export async function getPlanOfScreening(id: string, planId?: string): Promise<SeatPlan> {
  const screening = await getSaleScreening(id);
  if (planId === undefined || planId === screening.planId) return planOf(screening);
  throw new ProblemError('not-found', { detail: 'This screening has another seat plan by now.' });
}

/** Throws `sale-closed` unless tickets are sold at this moment, and says since or from when. */
export function requireOnSale({ state, now, opensAt, closesAt }: SaleScreening): void {
  if (state === 'cancelled') throw closed('This screening is cancelled.');
  if (state === 'paused') throw closed('Ticket sales are paused. Try again a little later.');
  if (now < opensAt) throw closed('Tickets aren’t on sale yet.', { opensAt: opensAt.toISOString() });
  if (now >= closesAt) throw closed('Ticket sales for this screening are over.');
}

function closed(detail: string, extra: Record<string, string> = {}): ProblemError {
  return new ProblemError('sale-closed', { detail, extra });
}

/** What a seat costs in a category. Throws `invalid` for a category that this screening does not have. */
export function priceOf(screening: SaleScreening, plan: SeatPlan, seat: Seat, category: string): Price {
  const price = screening.prices.find(({ kind }) => kind === category)?.price;
  if (!price) {
    const errors = [{ path: 'body.tickets', message: `This screening has no price “${category}”.` }];
    throw new ProblemError('invalid', { detail: 'Choose one of the prices of this screening.', errors });
  }
  const zone = plan.zones.find(({ id }) => id === seat.zone);
  return { ...priceInZone(price, zone?.supplementMinor ?? 0), taxRate: findCategory(category).taxRate };
}

/** The screening as buyers see it. Throws `not-found`. One query, two when the plan is new to this process. */
export async function getSale(id: string): Promise<Sale> {
  const screening = await getSaleScreening(id);
  const { zones } = await planOf(screening);
  const { opensAt, closesAt, cancelUntil, companionReleaseAt, maxTicketsPerMember } = screening;
  return {
    id: screening.id,
    filmSlug: screening.filmId,
    filmTitle: screening.filmTitle,
    auditoriumId: screening.auditoriumId,
    auditoriumName: screening.auditoriumName,
    startsAt: screening.startsAt.toISOString(),
    endsAt: screening.endsAt.toISOString(),
    state: screening.state,
    planId: screening.planId,
    sale: {
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
      cancelUntil: cancelUntil.toISOString(),
      companionReleaseAt: companionReleaseAt.toISOString(),
      maxTicketsPerMember,
    },
    categories: screening.prices.map(({ kind }) => ({ id: kind, label: findCategory(kind).label })),
    zones: zones.map(({ id: zone, label, supplementMinor }) => ({
      id: zone,
      label,
      prices: screening.prices.map(({ kind, price }) => ({
        category: kind,
        ...priceInZone(price, supplementMinor),
      })),
    })),
  };
}
