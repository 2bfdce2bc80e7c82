import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { brokenOrderRules } from '../../e2e/fixtures/order-invariants';
import { planStages, recordCommands } from '../../e2e/fixtures/recorded-commands';
import { changeScreening, newKey, newMember, openBoxOffice, sellScreening } from '../../e2e/fixtures/sale';
import { useTestDatabase } from '../../e2e/fixtures/test-database';
import { listAuditEntries } from '../audit/audit';
import { database } from '../db/client';
import { cancelTickets, confirmOrder, getOrder } from './change-order';
import { checkIn, undoCheckIn } from './check-in';
import type { CheckInInput } from './desk-schema';
import { holdSeats } from './hold';
import type { Order } from './schema';

let drop: () => Promise<void>;
let screeningId: string;
const usher = { id: newMember(), requestId: 'a-request' };
const staff = { id: usher.id, isStaff: true };
beforeAll(async () => {
  process.env.TICKET_KEY = 'k'.repeat(32);
  drop = await useTestDatabase();
  await openBoxOffice();
});
beforeEach(async () => {
  screeningId = await sellScreening({ inMinutes: 60 });
});
afterEach(async () => {
  expect(await brokenOrderRules()).toEqual([]);
});
afterAll(() => drop());

async function buy(seats: string[], id = screeningId): Promise<Order> {
  const memberId = newMember();
  const { id: orderId } = await holdSeats({
    buyer: { memberId, soldBy: null },
    input: { screeningId: id, tickets: seats.map((seat) => ({ seat, category: 'full' })) },
    idempotencyKey: newKey(),
  });
  return confirmOrder(orderId, { id: memberId, isStaff: false });
}
const codeOf = ({ tickets }: Order, index = 0) => tickets[index]?.code ?? '';
function scan(code: string, more: Partial<CheckInInput> = {}) {
  return checkIn({ code, door: 'Foyer', scanId: randomUUID(), ...more }, usher.id, new Date());
}

describe('a scan', () => {
  it('lets the holder of a valid ticket in, once', async () => {
    const order = await buy(['B1', 'B2']);
    expect(await scan(codeOf(order))).toMatchObject({
      outcome: 'admitted',
      ticket: { seat: 'B1', film: { title: 'Up' }, due: { amountMinor: 2200 }, admittedDoor: 'Foyer' },
    });
    expect(await scan(codeOf(order), { door: 'Balcony' })).toMatchObject({
      outcome: 'already-in',
      ticket: { seat: 'B1', admittedDoor: 'Foyer' },
    });
    expect(await scan(codeOf(order, 1))).toMatchObject({ outcome: 'admitted', ticket: { seat: 'B2' } });
  });

  it('that is handed in twice is one, with the first answer', async () => {
    const order = await buy(['B1']);
    const scanId = randomUUID();
    const first = await scan(codeOf(order), { scanId });
    expect(first.outcome).toBe('admitted');
    expect(await scan(codeOf(order), { scanId })).toEqual(first);
    const scans = (await database()).collection<{ _id: string }>('scans');
    expect(await scans.countDocuments({ _id: scanId })).toBe(1);
    await expect(scan('X', { scanId })).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });

  it.each([
    ['a forged code', () => Promise.resolve('0'.repeat(37)), {}, 'unknown-code'],
    [
      'a ticket for next week',
      async () => codeOf(await buy(['B1'], await sellScreening({ inMinutes: 7 * 24 * 60 }))),
      {},
      'unknown-code',
    ],
    [
      'a ticket for another screening',
      async () => codeOf(await buy(['B1'])),
      { screeningId: 'a'.repeat(24) },
      'other-screening',
    ],
    [
      'a cancelled ticket',
      async () => {
        const order = await buy(['B1', 'B2']);
        await cancelTickets(order.id, staff, [order.tickets[0]?.id ?? '']);
        return codeOf(order);
      },
      {},
      'ticket-cancelled',
    ],
    [
      'a cancelled screening',
      async () => {
        const order = await buy(['B1']);
        await changeScreening(screeningId, { state: 'cancelled' });
        return codeOf(order);
      },
      {},
      'screening-cancelled',
    ],
  ])('of %s is refused and recorded', async (_, make, more, reason) => {
    const scanId = randomUUID();
    expect(await scan(await make(), { scanId, ...more })).toMatchObject({ outcome: 'refused', reason });
    const stored = await (await database()).collection<{ _id: string }>('scans').findOne({ _id: scanId });
    expect(stored).toMatchObject({ outcome: 'refused', reason, by: usher.id, door: 'Foyer' });
  });

  it('takes three commands and the commit, none of which reads a whole collection', async () => {
    const order = await buy(['B1']);
    const commands = await recordCommands(() => scan(codeOf(order)));
    expect(commands.map(({ name, collection }) => `${name} ${collection}`)).toEqual([
      'find screenings',
      'findAndModify orders',
      'insert scans',
    ]);
    for (const command of commands) expect(await planStages(command)).not.toContain('COLLSCAN');
  });

  it('races: of two doors one lets in, and of a door and a cancellation one wins', async () => {
    for (let round = 0; round < 10; round++) {
      screeningId = await sellScreening({ inMinutes: 60 });
      const order = await buy(['B1', 'B2']);
      const [first, second, cancelled] = await Promise.all([
        scan(codeOf(order), { door: 'Foyer' }),
        scan(codeOf(order), { door: 'Balcony' }),
        cancelTickets(order.id, staff, [order.tickets[0]?.id ?? '']).then(
          () => 'cancelled',
          (error: { code: string }) => error.code,
        ),
      ]);
      const admitted = [first, second].filter(({ outcome }) => outcome === 'admitted').length;
      expect([admitted, cancelled]).toEqual(admitted === 1 ? [1, 'order-changed'] : [0, 'cancelled']);
      const ticket = (await getOrder(order.id, staff)).tickets[0];
      expect([ticket?.state, ticket?.admittedAt !== null]).toEqual(
        admitted === 1 ? ['valid', true] : ['cancelled', false],
      );
    }
  });
});

describe('undoing', () => {
  it('lets the ticket in again, with its reason in the audit, and twice is the same', async () => {
    const order = await buy(['B1']);
    const scanId = randomUUID();
    await scan(codeOf(order), { scanId });
    await undoCheckIn(scanId, 'Went out again', usher);
    await undoCheckIn(scanId, 'Went out again', usher);
    expect(await listAuditEntries(order.id)).toMatchObject([
      { action: 'order.admission-undone', by: usher.id, reason: 'Went out again', requestId: 'a-request' },
    ]);
    expect((await scan(codeOf(order))).outcome).toBe('admitted');
    // The ticket is in by another scan now, which this one leaves alone.
    await undoCheckIn(scanId, 'Went out again', usher);
    expect((await scan(codeOf(order))).outcome).toBe('already-in');
  });

  it('is refused after a minute, for a scan that let nobody in, and for one that is not there', async () => {
    const order = await buy(['B1']);
    const [scanId, refused] = [randomUUID(), randomUUID()];
    await scan(codeOf(order), { scanId });
    await scan('0'.repeat(37), { scanId: refused });
    const orders = (await database()).collection<{ _id: string }>('orders');
    const earlier = new Date(Date.now() - 61_000);
    await orders.updateOne({ _id: order.id }, { $set: { 'tickets.0.admission.at': earlier } });
    await expect(undoCheckIn(scanId, 'Too late', usher)).rejects.toMatchObject({
      code: 'undo-window-closed',
    });
    await expect(undoCheckIn(refused, 'Nobody', usher)).rejects.toMatchObject({ code: 'conflict' });
    await expect(undoCheckIn(randomUUID(), 'None', usher)).rejects.toMatchObject({ code: 'not-found' });
  });
});
