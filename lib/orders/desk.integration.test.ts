import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { brokenOrderRules } from '../../e2e/fixtures/order-invariants';
import { planStages, recordCommands } from '../../e2e/fixtures/recorded-commands';
import { letHoldLapse, newKey, newMember, openBoxOffice, sellScreening } from '../../e2e/fixtures/sale';
import { useTestDatabase } from '../../e2e/fixtures/test-database';
import { listAuditEntries } from '../audit/audit';
import { cinemaDay } from '../cinema-time';
import { ensureMember } from '../members/members';
import { cancelTickets, confirmOrder, getOrder, releaseHold } from './change-order';
import { blockSeatsOf, refund, sellAtDesk, type Staff, takePayment, unblockSeatsOf } from './desk-acts';
import { listDeskOrders, listDeskScreenings } from './desk-listings';
import { holdSeats } from './hold';
import type { Order } from './schema';

let drop: () => Promise<void>;
let screeningId: string;
const staff: Staff = { id: newMember(), isStaff: true, requestId: 'a-request', reason: 'They asked' };
const oona = newMember();
beforeAll(async () => {
  process.env.TICKET_KEY = 'k'.repeat(32);
  drop = await useTestDatabase();
  await openBoxOffice();
  await ensureMember({ id: oona, name: 'Oona Reyes', roles: ['member'] }, new Date());
});
beforeEach(async () => {
  screeningId = await sellScreening();
});
afterEach(async () => {
  expect(await brokenOrderRules()).toEqual([]);
});
afterAll(() => drop());

const wish = (seats: string[]) => ({
  screeningId,
  tickets: seats.map((seat) => ({ seat, category: 'full' })),
});
function hold(memberId: string, seats: string[]): Promise<Order> {
  const buyer = { memberId, soldBy: null };
  return holdSeats({ buyer, input: wish(seats), idempotencyKey: newKey() });
}
async function buy(memberId: string, seats: string[]): Promise<Order> {
  const { id } = await hold(memberId, seats);
  return confirmOrder(id, { id: memberId, isStaff: false });
}
function sell(seats: string[], { paid = true, key = newKey() } = {}): Promise<Order> {
  return sellAtDesk({ ...wish(seats), paid }, key, staff);
}
async function actionsOn(id: string): Promise<string[]> {
  return (await listAuditEntries(id)).map(({ action }) => action);
}

describe('selling at the desk', () => {
  it('sells and takes the money, once for one key, and each step is in the audit', async () => {
    const key = newKey();
    const order = await sell(['B1', 'B2'], { key });
    expect(order).toMatchObject({ state: 'confirmed', payment: { state: 'paid', due: { amountMinor: 0 } } });
    expect((await sell(['B1', 'B2'], { key })).id).toBe(order.id);
    expect(await actionsOn(order.id)).toEqual(['order.confirmed', 'order.paid']);
    const [, paid] = await listAuditEntries(order.id);
    expect(paid).toMatchObject({
      by: staff.id,
      requestId: 'a-request',
      before: { payments: [{ kind: 'due', amountMinor: 2200 }] },
      after: {
        payments: [
          { kind: 'due', amountMinor: 2200 },
          { kind: 'paid', amountMinor: 2200 },
        ],
      },
    });
  });

  it('takes the money of a member’s order once, also when two ask at the same time', async () => {
    const order = await buy(oona, ['B1']);
    await Promise.all([takePayment(order.id, staff), takePayment(order.id, staff)]);
    expect((await getOrder(order.id, staff)).payment.state).toBe('paid');
    expect(await actionsOn(order.id)).toEqual(['order.paid']);
  });

  it('refunds what one of two cancelled tickets cost, and no more', async () => {
    const order = await sell(['A1', 'B1']);
    await cancelTickets(order.id, staff, [order.tickets[0]?.id ?? '']);
    expect((await getOrder(order.id, staff)).payment).toMatchObject({
      state: 'refund-due',
      due: { amountMinor: -900 },
    });
    expect((await refund(order.id, staff)).payment.state).toBe('paid');
    expect((await refund(order.id, staff)).payment.due.amountMinor).toBe(0);
    expect(await actionsOn(order.id)).toEqual([
      'order.confirmed',
      'order.paid',
      'order.cancelled',
      'order.refunded',
    ]);
    expect((await listAuditEntries(order.id)).at(-1)?.reason).toBe('They asked');
  });

  it('takes no money for what is only held, and releases it', async () => {
    const { id } = await hold(oona, ['B1']);
    await expect(takePayment(id, staff)).rejects.toMatchObject({ code: 'order-changed' });
    expect((await releaseHold(id, staff)).state).toBe('released');
    expect(await actionsOn(id)).toEqual(['order.released']);
  });
});

describe('blocking seats', () => {
  it('takes free seats out of the sale and gives them back, with a reason', async () => {
    await blockSeatsOf(screeningId, { seats: ['B1', 'B2'], reason: 'Projector' }, staff);
    await blockSeatsOf(screeningId, { seats: ['B2', 'B3'], reason: 'Guests' }, staff);
    await expect(hold(oona, ['B1'])).rejects.toMatchObject({ code: 'seats-taken' });
    expect((await listDeskOrders(screeningId)).blocked).toEqual([
      { seat: 'B1', reason: 'Projector' },
      { seat: 'B2', reason: 'Guests' },
      { seat: 'B3', reason: 'Guests' },
    ]);
    await unblockSeatsOf(screeningId, { seats: ['B1', 'B2', 'B4'], reason: 'Repaired' }, staff);
    expect((await hold(oona, ['B1'])).state).toBe('held');
    expect(await actionsOn(screeningId)).toEqual(['seats.blocked', 'seats.blocked', 'seats.unblocked']);
  });

  it('does so for two who block the same seats at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      screeningId = await sellScreening();
      const block = () => blockSeatsOf(screeningId, { seats: ['B1', 'B2'], reason: 'Guests' }, staff);
      await Promise.all([block(), block()]);
      expect(await actionsOn(screeningId)).toEqual(['seats.blocked', 'seats.blocked']);
    }
  });

  it('takes none when one is sold or held, and one whose hold is over', async () => {
    await buy(oona, ['B1']);
    const lapsed = await hold(newMember(), ['B4']);
    const seats = ['B1', 'B2', 'B4'];
    await expect(blockSeatsOf(screeningId, { seats, reason: 'Guests' }, staff)).rejects.toMatchObject({
      code: 'seats-taken',
      options: { extra: { seats: ['B1', 'B4'] } },
    });
    expect((await listDeskOrders(screeningId)).blocked).toEqual([]);
    await letHoldLapse(lapsed.id);
    await blockSeatsOf(screeningId, { seats: ['B4'], reason: 'Guests' }, staff);
    await expect(blockSeatsOf(screeningId, { seats: ['Z9'], reason: 'No' }, staff)).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});

describe('the lists', () => {
  it('a day’s screenings say how they sell, in three queries by indexes', async () => {
    await sell(['A1', 'B1']);
    const cancelled = await sell(['A2'], { paid: true });
    await cancelTickets(cancelled.id, staff);
    await buy(oona, ['B2']);
    await hold(newMember(), ['B3']);
    const lapsed = await hold(newMember(), ['B4']);
    await letHoldLapse(lapsed.id);
    await blockSeatsOf(screeningId, { seats: ['B5', 'B6'], reason: 'Guests' }, staff);
    const { startsAt } = await getOrder(lapsed.id, staff);
    const day = cinemaDay(new Date(startsAt));
    const { screenings } = await listDeskScreenings(day, new Date());
    expect(screenings.find(({ id }) => id === screeningId)).toMatchObject({
      film: { title: 'Up' },
      auditorium: { name: 'Grand' },
      seats: 17,
      sold: 3,
      held: 1,
      blocked: 2,
      free: 11,
      takings: { expected: { amountMinor: 3100 }, received: { amountMinor: 2900 } },
    });
    const commands = await recordCommands(() => listDeskScreenings(day, new Date()));
    expect(commands.map(({ name, collection }) => `${name} ${collection}`).toSorted()).toEqual([
      'aggregate orders',
      'aggregate screenings',
      'aggregate seats',
    ]);
    for (const command of commands) expect(await planStages(command)).not.toContain('COLLSCAN');
  });

  it('a screening’s orders have their buyers’ names, in four queries by indexes', async () => {
    await buy(oona, ['B1']);
    await sell(['B2']);
    await letHoldLapse((await hold(newMember(), ['B3'])).id);
    const { orders } = await listDeskOrders(screeningId);
    expect(orders.map(({ buyer, tickets }) => [buyer.kind, buyer.name, tickets[0]?.code])).toEqual([
      ['member', 'Oona Reyes', null],
      ['door', 'Door sale', null],
    ]);
    const commands = await recordCommands(() => listDeskOrders(screeningId));
    expect(commands.map(({ name, collection }) => `${name} ${collection}`).toSorted()).toEqual([
      'aggregate screenings',
      'find members',
      'find orders',
      'find seats',
    ]);
    for (const command of commands) expect(await planStages(command)).not.toContain('COLLSCAN');
  });

  it('an order is found by name, seat or code', async () => {
    const order = await buy(oona, ['B1']);
    const atDoor = await sell(['B2']);
    const found = async (search: string) =>
      (await listDeskOrders(screeningId, search)).orders.map(({ id }) => id);
    expect(await found('reyes')).toEqual([order.id]);
    expect(await found('b2')).toEqual([atDoor.id]);
    expect(await found(order.tickets[0]?.code ?? '')).toEqual([order.id]);
    expect(await found('nobody')).toEqual([]);
  });
});
