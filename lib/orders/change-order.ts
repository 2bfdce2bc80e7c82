import { cinema } from '../cinema';
import { inTransaction, type Transaction } from '../db/transaction';
import { ProblemError } from '../problem';
import { seatsOf } from '../seating/schema';
import { enqueueOrderEmail } from './email-jobs';
import { buyerIdOf } from './hold';
import { toPublicOrder } from './mapping';
import { recordChange } from './order-audit';
import {
  findOrderWithScreening,
  orderNotFound,
  type StoredOrder,
  type StoredTicket,
  updateOrder,
} from './orders';
import { BOX_OFFICE, type Payment } from './payments';
import { findCategory, sumOf } from './prices';
import type { SaleScreening } from '../screenings/sale';
import { planOf, priceOf, requireOnSale } from './sale';
import { endHold, extendHold, giveBackTickets } from './sale-members';
import type { HoldInput, Order } from './schema';
import { extendSeats, freeSeats, listTaken, sellSeats } from './seats';

/** Who asks for a change: a member for their own order alone, staff for any. */
export interface Actor {
  id: string;
  isStaff: boolean;
  /** Of staff's request, and why they do it: for the audit. */
  requestId?: string;
  reason?: string;
}

interface Read {
  order: StoredOrder;
  screening: SaleScreening;
}

type Change = (
  read: Read & { eventOf(event: string): StoredOrder['history'][number] },
  session: Transaction,
) => Promise<StoredOrder>;

/**
 * Sells held seats. A hold whose time is over is still sold when nobody has taken its seats. Confirming a confirmed order
 * is answered with it. Throws `not-found`, `sale-closed`, and `order-changed` with the seats that are gone.
 */
export function confirmOrder(id: string, actor: Actor): Promise<Order> {
  return changeOrder(id, actor, async ({ order, screening, eventOf }, session) => {
    if (order.state === 'confirmed') return order;
    if (order.state !== 'held') throw notHeld(order);
    requireOnSale(screening);
    const ended = await endHold(buyerOf(order), id, order.tickets.length, session);
    if (!ended) throw notHeld(order);
    const payments = [due(sumOf(order.tickets.map(({ price }) => price)).amountMinor, screening.now)];
    if (!(await sellSeats(heldBy(order), session))) throw new SeatsGoneError();
    const event = eventOf('confirmed');
    const confirmed = await updateOrder(order, { state: 'confirmed', payments }, event, session);
    await enqueueOrderEmail(confirmed, { kind: 'mail.order' }, session);
    return confirmed;
  });
}

/** Holds seats for ten minutes from now, once, and never longer than thirty in all. Extending twice changes nothing. */
export function extendHoldOf(id: string, actor: Actor): Promise<Order> {
  return changeOrder(id, actor, async ({ order, screening, eventOf }, session) => {
    if (order.state !== 'held') throw notHeld(order);
    if (order.extended) return order;
    const { holdMinutes, holdMinutesAtMost } = cinema.sale;
    const heldUntil = new Date(
      Math.min(
        screening.now.getTime() + holdMinutes * 60_000,
        order.createdAt.getTime() + holdMinutesAtMost * 60_000,
      ),
    );
    if (!(await extendHold(buyerOf(order), id, heldUntil, session))) throw notHeld(order);
    if (!(await extendSeats(heldBy(order), heldUntil, session))) throw new SeatsGoneError();
    return updateOrder(order, { heldUntil, extended: true }, eventOf('extended'), session);
  });
}

/** Gives held seats other price categories. Throws `invalid` unless the seats are those of the order. */
export function changeCategories(id: string, actor: Actor, wishes: HoldInput['tickets']): Promise<Order> {
  return changeOrder(id, actor, async ({ order, screening, eventOf }, session) => {
    if (order.state !== 'held') throw notHeld(order);
    const plan = await planOf(screening);
    const seats = new Map(seatsOf(plan).map((seat) => [seat.id, seat]));
    const tickets = order.tickets.map((ticket) => {
      const wish = wishes.find(({ seat }) => seat === ticket.seat);
      const seat = seats.get(ticket.seat);
      if (!wish || !seat || wishes.length !== order.tickets.length) throw otherSeats();
      const { category } = wish;
      const price = priceOf(screening, plan, seat, category);
      return { ...ticket, category, categoryLabel: findCategory(category).label, price };
    });
    return updateOrder(order, { tickets }, eventOf('categories'), session);
  });
}

function otherSeats(): ProblemError {
  const errors = [{ path: 'body.tickets', message: 'Name each seat of the order once.' }];
  return new ProblemError('invalid', { detail: 'To change seats, choose them again.', errors });
}

/** Gives held seats back. Releasing what is released already, or lapsed, is the same. */
export function releaseHold(id: string, actor: Actor): Promise<Order> {
  return changeOrder(id, actor, async ({ order, eventOf }, session) => {
    if (order.state === 'released' || order.state === 'replaced') return order;
    if (order.state !== 'held') throw notHeld(order);
    await endHold(buyerOf(order), id, 0, session);
    await freeSeats(heldBy(order), session);
    return updateOrder(order, { state: 'released' }, eventOf('released'), session);
  });
}

/**
 * Cancels tickets of a confirmed order, all when none are named; a wheelchair place takes its companion seat along. What
 * is cancelled already stays so. Throws `cancel-window-closed` for a member who is too late, `order-changed` for a ticket
 * whose holder has come in.
 */
export function cancelTickets(id: string, actor: Actor, ticketIds?: readonly string[]): Promise<Order> {
  return changeOrder(id, actor, async ({ order, screening, eventOf }, session) => {
    if (order.state === 'cancelled') return order;
    if (order.state !== 'confirmed') throw notHeld(order);
    const cancelled = ticketsToCancel(order, ticketIds);
    if (cancelled.length === 0) return order;
    if (!actor.isStaff && screening.state !== 'cancelled' && screening.now >= screening.cancelUntil) {
      throw new ProblemError('cancel-window-closed', {
        detail: 'You can no longer cancel online. Ask at the box office.',
      });
    }
    if (cancelled.some(({ admission }) => admission !== null)) {
      const detail = 'Somebody has come in with this ticket already, so it can’t be cancelled.';
      throw new ProblemError('order-changed', { detail });
    }
    const ids = new Set(cancelled.map((ticket) => ticket.id));
    const tickets = order.tickets.map((ticket) =>
      ids.has(ticket.id) ? { ...ticket, state: 'cancelled' as const } : ticket,
    );
    const state = tickets.some((ticket) => ticket.state === 'valid') ? order.state : 'cancelled';
    const less = due(-sumOf(cancelled.map(({ price }) => price)).amountMinor, screening.now);
    const payments = [...order.payments, less];
    await giveBackTickets(buyerOf(order), cancelled.length, session);
    await freeSeats({ ...heldBy(order), seats: cancelled.map(({ seat }) => seat) }, session);
    const changed = await updateOrder(order, { state, tickets, payments }, eventOf('cancelled'), session);
    await enqueueOrderEmail(changed, { kind: 'mail.cancelled', ticketIds: [...ids] }, session);
    return changed;
  });
}

/** Throws `invalid` for a ticket that is not in this order. */
function ticketsToCancel({ tickets }: StoredOrder, ids?: readonly string[]): StoredTicket[] {
  const stray = ids?.find((id) => !tickets.some((ticket) => ticket.id === id));
  if (stray !== undefined) {
    const errors = [{ path: 'body.tickets', message: `There is no ticket ${stray} in this order.` }];
    throw new ProblemError('invalid', { errors });
  }
  const named = tickets.filter(({ id }) => !ids || ids.includes(id));
  const seats = new Set(named.map(({ seat }) => seat));
  return tickets.filter(
    (ticket) =>
      ticket.state === 'valid' &&
      (seats.has(ticket.seat) || (ticket.companionOf !== null && seats.has(ticket.companionOf))),
  );
}

/** Somebody else has a seat of the hold by now: nothing of the change is written. */
class SeatsGoneError extends Error {
  override readonly name = 'SeatsGoneError';
}

/**
 * Reads an order with its screening, changes it, and returns the result, in one transaction. What staff change is in the
 * audit; a change that returns the order itself changed nothing.
 */
export async function changeOrder(id: string, actor: Actor, change: Change): Promise<Order> {
  try {
    return await inTransaction(async (session) => {
      const { order, screening } = await readOrder(id, actor, session);
      const eventOf = (event: string) => ({ event, at: screening.now, by: actor.id });
      const changed = await change({ order, screening, eventOf }, session);
      if (actor.isStaff && changed !== order) await recordChange(order, changed, actor, session);
      return toPublicOrder(changed, screening);
    });
  } catch (error) {
    if (error instanceof SeatsGoneError) throw await seatsGone(id, actor);
    throw error;
  }
}

/** An order as it is now. Throws `not-found`, also for somebody else's: nobody learns that it exists. One query. */
export async function getOrder(id: string, actor: Actor): Promise<Order> {
  const { order, screening } = await readOrder(id, actor);
  return toPublicOrder(order, screening);
}

async function readOrder(id: string, actor: Actor, session?: Transaction): Promise<Read> {
  const read = await findOrderWithScreening(id, session);
  if (!read || !(actor.isStaff || read.order.memberId === actor.id)) throw orderNotFound();
  return read;
}

function due(amountMinor: number, at: Date): Payment {
  return { kind: 'due', amountMinor, method: BOX_OFFICE, at, by: null, reason: null };
}

function buyerOf(order: StoredOrder) {
  return { screeningId: order.screeningId, buyerId: buyerIdOf(order) };
}

function heldBy({ id, screeningId, tickets }: StoredOrder) {
  return { screeningId, orderId: id, seats: tickets.map(({ seat }) => seat) };
}

function notHeld({ state }: StoredOrder): ProblemError {
  const details: Record<StoredOrder['state'], string> = {
    held: 'You have chosen other seats for this screening in the meantime.',
    released: 'These seats were given back. Choose again.',
    replaced: 'You have chosen other seats for this screening in the meantime.',
    confirmed: 'This order is confirmed already.',
    cancelled: 'This order was cancelled.',
  };
  return new ProblemError('order-changed', { detail: details[state], extra: { state } });
}

async function seatsGone(id: string, actor: Actor): Promise<ProblemError> {
  const { order, screening } = await readOrder(id, actor);
  const seats = await listTaken(
    order.screeningId,
    order.tickets.map(({ seat }) => seat),
    id,
    screening.now,
  );
  const detail = 'Your time ran out and somebody else took these seats. Choose others.';
  return new ProblemError('seats-taken', { detail, extra: { seats, nearest: [] } });
}
