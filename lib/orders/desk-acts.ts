import { recordAudit } from '../audit/audit';
import { isDuplicateKey } from '../db/client';
import { inTransaction } from '../db/transaction';
import { ProblemError } from '../problem';
import { getSaleScreening } from '../screenings/sale';
import { seatsOf } from '../seating/schema';
import { type Actor, changeOrder, confirmOrder } from './change-order';
import type { BlockInput, DeskSaleInput } from './desk-schema';
import { holdSeats } from './hold';
import { updateOrder } from './orders';
import { BOX_OFFICE, openAmount, type Payment } from './payments';
import { planOf } from './sale';
import type { Order } from './schema';
import { blockSeats, listBlocked, listTaken, unblockSeats } from './seats';

/** Somebody at the desk, and the request that the audit names. */
export interface Staff extends Actor {
  isStaff: true;
  requestId: string;
}

/**
 * Sells tickets at the desk to somebody without an account. The same request again goes on where the first one stopped and
 * never sells or takes money twice. Throws what holding and confirming throw.
 */
export async function sellAtDesk(
  { screeningId, tickets, paid }: DeskSaleInput,
  idempotencyKey: string,
  staff: Staff,
): Promise<Order> {
  const buyer = { memberId: null, soldBy: staff.id };
  const held = await holdSeats({ buyer, input: { screeningId, tickets }, idempotencyKey });
  const order = held.state === 'held' ? await confirmOrder(held.id, staff) : held;
  return paid && order.state === 'confirmed' ? takePayment(order.id, staff) : order;
}

/** Records that what is due came in. When nothing is due it changes nothing. Throws `order-changed`. */
export function takePayment(id: string, staff: Staff): Promise<Order> {
  return changeOrder(id, staff, async ({ order, screening, eventOf }, session) => {
    if (order.state !== 'confirmed') {
      const detail = 'Money can be taken for a confirmed order alone.';
      throw new ProblemError('order-changed', { detail, extra: { state: order.state } });
    }
    const open = openAmount(order.payments);
    if (open <= 0) return order;
    const payments = [...order.payments, entry('paid', open, screening.now, staff)];
    return updateOrder(order, { payments }, eventOf('paid'), session);
  });
}

/** Records that what was paid too much went back: the sum is what the entries say. When nothing is, it changes nothing. */
export function refund(id: string, staff: Staff): Promise<Order> {
  return changeOrder(id, staff, async ({ order, screening, eventOf }, session) => {
    const open = openAmount(order.payments);
    if (open >= 0) return order;
    const payments = [...order.payments, entry('refunded', -open, screening.now, staff)];
    return updateOrder(order, { payments }, eventOf('refunded'), session);
  });
}

function entry(kind: Payment['kind'], amountMinor: number, at: Date, { id, reason }: Staff): Payment {
  return { kind, amountMinor, method: BOX_OFFICE, at, by: id, reason: reason ?? null };
}

/** Takes free seats out of the sale: all or none. Throws `not-found`, `invalid`, `seats-taken` (which ones). */
export async function blockSeatsOf(
  screeningId: string,
  { seats, reason }: BlockInput,
  staff: Staff,
): Promise<void> {
  try {
    await changeBlocked(screeningId, 'seats.blocked', { seats, reason }, staff);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const { now } = await getSaleScreening(screeningId);
    const taken = await listTaken(screeningId, seats, null, now);
    // Somebody else blocked the same seats at this moment: they are there now, and get this reason.
    if (taken.length === 0) return changeBlocked(screeningId, 'seats.blocked', { seats, reason }, staff);
    const detail = `Held or sold already: ${taken.join(', ')}. Nothing was blocked.`;
    throw new ProblemError('seats-taken', { detail, extra: { seats: taken, nearest: [] } });
  }
}

/** Gives blocked seats back to the sale. Those that are not blocked stay as they are. Throws `not-found`, `invalid`. */
export function unblockSeatsOf(screeningId: string, input: BlockInput, staff: Staff): Promise<void> {
  return changeBlocked(screeningId, 'seats.unblocked', input, staff);
}

function changeBlocked(
  screeningId: string,
  action: 'seats.blocked' | 'seats.unblocked',
  { seats, reason }: BlockInput,
  { id: by, requestId }: Staff,
): Promise<void> {
  return inTransaction(async (session) => {
    const screening = await getSaleScreening(screeningId, session);
    const plan = new Set(seatsOf(await planOf(screening)).map((seat) => seat.id));
    const stray = seats.findIndex((seat) => !plan.has(seat));
    if (stray >= 0) {
      const message = `There is no seat ${seats[stray]}.`;
      const errors = [{ path: `body.seats.${stray}`, message }];
      throw new ProblemError('invalid', { detail: message, errors });
    }
    const { now } = screening;
    const before = await listBlocked(screeningId, session);
    if (action === 'seats.blocked') await blockSeats({ screeningId, seats, now }, reason, session);
    else await unblockSeats(screeningId, seats, session);
    const after = await listBlocked(screeningId, session);
    const subject = { kind: 'screening' as const, id: screeningId };
    await recordAudit(
      {
        at: now,
        by,
        action,
        subject,
        before: { blocked: before },
        after: { blocked: after },
        reason,
        requestId,
      },
      session,
    );
  });
}
