import { createHash } from 'node:crypto';
import { cinema } from '../cinema';
import { isDuplicateKey } from '../db/client';
import { inTransaction, type Transaction } from '../db/transaction';
import { ProblemError } from '../problem';
import { bestTogether } from '../seating/best-together';
import { type Seat, type SeatPlan, seatsOf } from '../seating/schema';
import { toPublicOrder } from './mapping';
import {
  findOrderWithScreening,
  insertOrder,
  newTicketId,
  orderIdFor,
  replaceOrder,
  type StoredOrder,
  type StoredTicket,
} from './orders';
import { findCategory } from './prices';
import { getSaleScreening, type SaleScreening } from '../screenings/sale';
import { planOf, priceOf, requireOnSale } from './sale';
import { takeHold } from './sale-members';
import type { HoldInput, Order } from './schema';
import { claimSeats, freeHold, listOccupied, listTaken } from './seats';

/** Who holds seats: a member, or a staff member at the desk for somebody without an account. */
export interface Buyer {
  memberId: string | null;
  soldBy: string | null;
}

export const buyerIdOf = ({ memberId, soldBy }: Buyer): string => memberId ?? `desk:${soldBy}`;

export interface HoldRequest {
  buyer: Buyer;
  input: HoldInput;
  idempotencyKey: string;
}

const HOLD_MS = cinema.sale.holdMinutes * 60_000;

/**
 * Holds seats for ten minutes: all of them or none, in place of the buyer's earlier hold of this screening. The same
 * request again is answered with the order as it is now. Throws `not-found`, `sale-closed`, `invalid`, `limit-reached`,
 * `seats-taken` (which ones, and the nearest that are free) and `idempotency-key-reused`.
 */
export async function holdSeats(request: HoldRequest): Promise<Order> {
  const { buyer, input, idempotencyKey } = request;
  const id = orderIdFor(buyerIdOf(buyer), idempotencyKey);
  const bodyHash = hashOf(input);
  try {
    const { order, screening } = await inTransaction((session) =>
      hold({ ...request, id, bodyHash }, session),
    );
    return toPublicOrder(order, screening);
  } catch (error) {
    // Whatever the reason for the refusal, an existing order is the response to this request.
    const first = await findOrderWithScreening(id);
    if (first && first.order.bodyHash !== bodyHash) {
      const detail = 'This key was used for another order. Send a new key with a new order.';
      throw new ProblemError('idempotency-key-reused', { detail });
    }
    if (first) return toPublicOrder(first.order, first.screening);
    if (isDuplicateKey(error)) throw await seatsTaken(id, input);
    throw error;
  }
}

async function hold(
  { buyer, input, id, bodyHash }: HoldRequest & { id: string; bodyHash: string },
  session: Transaction,
): Promise<{ order: StoredOrder; screening: SaleScreening }> {
  const { screeningId } = input;
  const sale = { screeningId, buyerId: buyerIdOf(buyer) };
  const { now, until, sold, replacedId } = await takeHold(sale, id, HOLD_MS, session);
  const screening = await getSaleScreening(screeningId, session);
  const tickets = toTickets(input, screening, await planOf(screening));
  requireOnSale(screening);
  const order: StoredOrder = {
    id,
    bodyHash,
    ...buyer,
    screeningId,
    state: 'held',
    createdAt: now,
    heldUntil: until,
    extended: false,
    revision: 1,
    film: { slug: screening.filmId, title: screening.filmTitle },
    auditorium: { id: screening.auditoriumId, name: screening.auditoriumName },
    startsAt: screening.startsAt,
    tickets,
    payments: [],
    history: [{ event: 'held', at: now, by: buyer.soldBy ?? buyer.memberId }],
  };
  await insertOrder(order, session);
  if (buyer.memberId !== null) requireWithinLimit(sold, tickets.length, screening);
  const seats = tickets.map(({ seat }) => seat);
  await claimSeats({ screeningId, seats, orderId: id, replacedId, now, until }, session);
  if (replacedId !== null) {
    await freeHold(screeningId, replacedId, session);
    await replaceOrder(replacedId, now, session);
  }
  return { order, screening };
}

/** Throws `invalid` when a seat is not in the plan, not for sale, or not for this buyer yet. */
function toTickets({ tickets }: HoldInput, screening: SaleScreening, plan: SeatPlan): StoredTicket[] {
  const seats = new Map(seatsOf(plan).map((seat) => [seat.id, seat]));
  const wanted = new Set(tickets.map(({ seat }) => seat));
  return tickets.map(({ seat: id, category }, index) => {
    const seat = seats.get(id);
    const problem = seat ? whyNotForSale(seat, wanted, screening) : `There is no seat ${id}.`;
    if (!seat || problem !== null) {
      const errors = [{ path: `body.tickets.${index}.seat`, message: problem ?? '' }];
      throw new ProblemError('invalid', { detail: problem ?? undefined, errors });
    }
    return {
      id: newTicketId(),
      seat: id,
      zone: seat.zone,
      zoneLabel: plan.zones.find((zone) => zone.id === seat.zone)?.label ?? seat.zone,
      category,
      categoryLabel: findCategory(category).label,
      companionOf: seat.companionOf ?? null,
      price: priceOf(screening, plan, seat, category),
      state: 'valid',
      admission: null,
    };
  });
}

/** Companion seats are sold with their wheelchair place, until the time when everybody may have them. */
function whyNotForSale(
  seat: Seat,
  wanted: ReadonlySet<string>,
  { now, companionReleaseAt }: SaleScreening,
): string | null {
  if (seat.kind === 'out-of-order') return `Seat ${seat.id} is out of order.`;
  if (seat.companionOf === undefined || wanted.has(seat.companionOf) || now >= companionReleaseAt)
    return null;
  return `Seat ${seat.id} is the companion seat of wheelchair place ${seat.companionOf}. Choose both, or come back when it is on general sale.`;
}

function requireWithinLimit(sold: number, count: number, { maxTicketsPerMember }: SaleScreening): void {
  if (sold + count <= maxTicketsPerMember) return;
  const left = Math.max(0, maxTicketsPerMember - sold);
  const has = sold === 0 ? '' : ` You have ${sold}, so ${left === 0 ? 'none' : left} more.`;
  const detail = `One person can buy ${maxTicketsPerMember} tickets for a screening.${has}`;
  throw new ProblemError('limit-reached', { detail, extra: { limit: maxTicketsPerMember, left } });
}

/** Which of the wanted seats are somebody else's, and where as many are free side by side. */
async function seatsTaken(id: string, { screeningId, tickets }: HoldInput): Promise<ProblemError> {
  const screening = await getSaleScreening(screeningId);
  const wanted = tickets.map(({ seat }) => seat);
  const [plan, taken, occupied] = await Promise.all([
    planOf(screening),
    listTaken(screeningId, wanted, id, screening.now),
    listOccupied(screeningId, screening.now),
  ]);
  const free = (seat: Seat) => !occupied.has(seat.id);
  const nearest = bestTogether(plan, free, wanted.length).slice(0, NEAREST_OFFERED);
  const detail =
    taken.length === 0
      ? 'Somebody was choosing the same seats at the same moment. Try again.'
      : describeTaken(taken, wanted.length);
  return new ProblemError('seats-taken', { detail, extra: { seats: taken, nearest } });
}

const NEAREST_OFFERED = 3;

function describeTaken(taken: readonly string[], wanted: number): string {
  const seats = new Intl.ListFormat(cinema.locale, { type: 'conjunction' }).format(taken);
  const next = taken.length < wanted ? 'Your other seats are still free.' : 'Choose others.';
  return `${seats} ${taken.length === 1 ? 'was' : 'were'} taken a moment ago. ${next}`;
}

/** The same for the same wish, in whatever order its seats come. */
function hashOf({ screeningId, tickets }: HoldInput): string {
  const wishes = tickets.map(({ seat, category }) => `${seat} ${category}`).toSorted();
  return createHash('sha256')
    .update(JSON.stringify([screeningId, wishes]))
    .digest('hex');
}
