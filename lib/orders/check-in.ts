import { createHash } from 'node:crypto';
import { recordAudit } from '../audit/audit';
import { isDuplicateKey } from '../db/client';
import { inTransaction, type Transaction } from '../db/transaction';
import { ProblemError } from '../problem';
import { listSaleStates } from '../screenings/sale';
import type { CheckIn, CheckInInput, ScannedTicket } from './desk-schema';
import {
  admitTicket,
  findOrderOfTicket,
  findOrderWithScreening,
  type StoredOrder,
  updateOrder,
} from './orders';
import { openAmount } from './payments';
import { findScan, insertScan, type Scan } from './scans';
import { readTicketCode } from './ticket-code';

/** Whose codes the door reads: a long film that began last night, and all of today. */
const HOURS_BEFORE = 12;
const HOURS_AFTER = 24;
const HOUR_MS = 3_600_000;
const UNDO_MS = 60_000;

/**
 * Decides about one scan and records it. The same scan again gets the first answer. Throws `idempotency-key-reused` for
 * another code under the same scan id.
 */
export async function checkIn(input: CheckInInput, by: string, now: Date): Promise<CheckIn> {
  const codeHash = createHash('sha256').update(input.code).digest('hex');
  try {
    return await inTransaction(async (session) => {
      const decision = await decide(input, by, now, session);
      const { outcome, reason = null, ticket = null } = decision;
      const { scanId, door, at } = input;
      const scannedAt = at === undefined ? null : new Date(at);
      const scan: Scan = { _id: scanId, codeHash, door, by, scannedAt, at: now, outcome, reason, ticket };
      await insertScan(scan, session);
      return decision;
    });
  } catch (error) {
    const first = isDuplicateKey(error) ? await findScan(input.scanId) : null;
    if (!first) throw error;
    if (first.codeHash === codeHash) return toCheckIn(first);
    const detail = 'This scan was handed in with another code. Scan the ticket again.';
    throw new ProblemError('idempotency-key-reused', { detail });
  }
}

async function decide(
  { code, door, scanId, screeningId: wanted }: CheckInInput,
  by: string,
  now: Date,
  session: Transaction,
): Promise<CheckIn> {
  const from = new Date(now.getTime() - HOURS_BEFORE * HOUR_MS);
  const before = new Date(now.getTime() + HOURS_AFTER * HOUR_MS);
  const states = await listSaleStates(from, before, session);
  for (const [screeningId, state] of states) {
    const ticketId = readTicketCode(code, screeningId);
    if (ticketId === null) continue;
    const isHere = wanted === undefined || wanted === screeningId;
    if (isHere && state !== 'cancelled') {
      const order = await admitTicket({ screeningId, ticketId, by, door, scanId }, session);
      if (order) return { scanId, outcome: 'admitted', ticket: toScannedTicket(order, ticketId) };
    }
    const order = await findOrderOfTicket(screeningId, ticketId, session);
    const ticket = order && toScannedTicket(order, ticketId);
    if (!ticket) break;
    if (!isHere) return { scanId, outcome: 'refused', reason: 'other-screening', ticket };
    if (state === 'cancelled') return { scanId, outcome: 'refused', reason: 'screening-cancelled', ticket };
    if (ticket.admittedAt !== null) return { scanId, outcome: 'already-in', ticket };
    return { scanId, outcome: 'refused', reason: 'ticket-cancelled', ticket };
  }
  return { scanId, outcome: 'refused', reason: 'unknown-code' };
}

/**
 * Takes an admission back, within a minute by the database's clock. Undoing twice changes nothing. Throws `not-found`,
 * `conflict` for a scan that let nobody in, `undo-window-closed`.
 */
export function undoCheckIn(
  scanId: string,
  reason: string,
  { id: by, requestId }: { id: string; requestId: string },
): Promise<void> {
  return inTransaction(async (session) => {
    const scan = await findScan(scanId, session);
    if (!scan) throw new ProblemError('not-found', { detail: 'There is no such scan.' });
    const { ticket: scanned, codeHash, door } = scan;
    if (scan.outcome !== 'admitted' || !scanned) {
      throw new ProblemError('conflict', { detail: 'This scan let nobody in, so there is nothing to undo.' });
    }
    const found = await findOrderWithScreening(scanned.orderId, session);
    const admission = found?.order.tickets.find(({ id }) => id === scanned.id)?.admission;
    if (!found || admission?.scanId !== scanId) return;
    const { order, screening } = found;
    const { now: at } = screening;
    if (at.getTime() - admission.at.getTime() > UNDO_MS) {
      const detail = 'A check-in can be undone for a minute, and that is over.';
      throw new ProblemError('undo-window-closed', { detail });
    }
    const tickets = order.tickets.map((ticket) =>
      ticket.id === scanned.id ? { ...ticket, admission: null } : ticket,
    );
    await updateOrder(order, { tickets }, { event: 'admission-undone', at, by }, session);
    const undone = { _id: `${scanId}:undo`, codeHash, door, by, at, outcome: 'undone' as const, reason };
    await insertScan({ ...undone, scannedAt: null, ticket: scanned }, session);
    const subject = { kind: 'order' as const, id: order.id };
    const before = { ticket: scanned.id, admittedAt: admission.at, door: admission.door, scanId };
    const after = { ticket: scanned.id, admittedAt: null };
    await recordAudit(
      { at, by, action: 'order.admission-undone', subject, before, after, reason, requestId },
      session,
    );
  });
}

function toScannedTicket(order: StoredOrder, ticketId: string): ScannedTicket | undefined {
  const ticket = order.tickets.find(({ id }) => id === ticketId);
  if (!ticket) return undefined;
  const { id, seat, zoneLabel, category, categoryLabel, companionOf, admission, price } = ticket;
  return {
    id,
    orderId: order.id,
    screeningId: order.screeningId,
    film: order.film,
    auditorium: order.auditorium,
    startsAt: order.startsAt.toISOString(),
    seat,
    zoneLabel,
    category,
    categoryLabel,
    companionOf,
    admittedAt: admission && admission.at.toISOString(),
    admittedDoor: admission && admission.door,
    due: { amountMinor: openAmount(order.payments), currency: price.currency },
  };
}

function toCheckIn({ _id: scanId, outcome, reason, ticket }: Scan): CheckIn {
  return {
    scanId,
    outcome: outcome as CheckIn['outcome'],
    ...(reason !== null && { reason: reason as NonNullable<CheckIn['reason']> }),
    ...(ticket && { ticket }),
  };
}
