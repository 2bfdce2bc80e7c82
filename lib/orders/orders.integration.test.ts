import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { brokenOrderRules } from '../../e2e/fixtures/order-invariants';
import { type RecordedCommand, recordCommands } from '../../e2e/fixtures/recorded-commands';
import {
  changeScreening,
  letHoldLapse,
  newKey,
  newMember,
  openBoxOffice,
  sellScreening,
} from '../../e2e/fixtures/sale';
import { useTestDatabase } from '../../e2e/fixtures/test-database';
import { cancelTickets, confirmOrder, extendHoldOf, getOrder, releaseHold } from './change-order';
import { holdSeats } from './hold';
import { getOccupancy } from './occupancy';

let screeningId: string;
const oona = newMember();
const ben = newMember();
beforeAll(useTestDatabase);
beforeAll(openBoxOffice);
beforeEach(async () => {
  screeningId = await sellScreening();
});
afterEach(async () => {
  expect(await brokenOrderRules()).toEqual([]);
});

function hold(memberId: string, seats: string[], { key = newKey(), category = 'full' } = {}) {
  return holdSeats({
    buyer: { memberId, soldBy: null },
    input: { screeningId, tickets: seats.map((seat) => ({ seat, category })) },
    idempotencyKey: key,
  });
}
const as = (id: string) => ({ id, isStaff: false });
const staff = { id: newMember(), isStaff: true };
async function seatsNow(): Promise<string> {
  return (await getOccupancy(screeningId)).seats;
}

describe('holding seats', () => {
  it('takes them, with prices by zone, until ten minutes from now', async () => {
    const order = await hold(oona, ['A1', 'B1']);
    expect(order).toMatchObject({
      screeningId,
      state: 'held',
      film: { slug: 'up', title: 'Up' },
      auditorium: { id: 'grand', name: 'Grand' },
      total: { amountMinor: 2000, currency: 'EUR' },
      payment: { state: 'none' },
    });
    expect(order.tickets.map(({ seat, zoneLabel, price }) => [seat, zoneLabel, price.amountMinor])).toEqual([
      ['A1', 'Front', 900],
      ['B1', 'Back', 1100],
    ]);
    expect(Date.parse(order.heldUntil) - Date.parse(order.now)).toBe(600_000);
    expect(await seatsNow()).toBe('x.....x..........x');
  });

  it('takes five commands, the commit counted', async () => {
    await hold(ben, ['C4']);
    const commands = await recordCommands(() => hold(oona, ['A1', 'A2']));
    // And the commit, which names no collection.
    expect(commands.map(({ name, collection }) => `${name} ${collection}`)).toEqual([
      'findAndModify sale-members',
      'aggregate screenings',
      'insert orders',
      'update seats',
    ]);
  });

  it('answers the same request with the order as it is now, whatever has become of it', async () => {
    const key = newKey();
    const first = await hold(oona, ['A1', 'A2'], { key });
    expect((await hold(oona, ['A2', 'A1'], { key })).id).toBe(first.id);
    await confirmOrder(first.id, as(oona));
    expect(await hold(oona, ['A1', 'A2'], { key })).toMatchObject({ id: first.id, state: 'confirmed' });
    await cancelTickets(first.id, as(oona));
    expect(await hold(oona, ['A1', 'A2'], { key })).toMatchObject({ id: first.id, state: 'cancelled' });
  });

  it('refuses the same key for other seats', async () => {
    const key = newKey();
    await hold(oona, ['A1'], { key });
    await expect(hold(oona, ['A2'], { key })).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('takes all or none, says which are taken and where as many are free together', async () => {
    await hold(ben, ['B2']);
    await expect(hold(oona, ['B1', 'B2', 'B3'])).rejects.toMatchObject({
      code: 'seats-taken',
      options: {
        detail: 'B2 was taken a moment ago. Your other seats are still free.',
        extra: {
          seats: ['B2'],
          nearest: [
            ['B4', 'B5', 'B6'],
            ['A1', 'A2', 'A3'],
            ['A4', 'A5', 'A6'],
          ],
        },
      },
    });
    expect(await seatsNow()).toBe('.......x.........x');
  });

  it('does not call other seats free where all that were wanted are taken', async () => {
    await hold(ben, ['B1', 'B2']);
    await expect(hold(oona, ['B1', 'B2'])).rejects.toMatchObject({
      code: 'seats-taken',
      options: { detail: 'B1 and B2 were taken a moment ago. Choose others.' },
    });
  });

  it('replaces the hold that the same member had of this screening', async () => {
    const first = await hold(oona, ['B1', 'B2']);
    const second = await hold(oona, ['B2', 'B3']);
    expect(await seatsNow()).toBe('.......xx........x');
    expect((await getOrder(first.id, as(oona))).state).toBe('replaced');
    expect((await getOrder(second.id, as(oona))).state).toBe('held');
  });

  it('lets anybody have a seat whose hold is over', async () => {
    const lapsed = await hold(ben, ['B1', 'B2']);
    await letHoldLapse(lapsed.id);
    expect((await getOrder(lapsed.id, as(ben))).state).toBe('lapsed');
    expect((await hold(oona, ['B1'])).state).toBe('held');
    await expect(confirmOrder(lapsed.id, as(ben))).rejects.toMatchObject({
      code: 'seats-taken',
      options: { extra: { seats: ['B1'] } },
    });
  });

  it.each([
    ['a seat that is not there', ['Z9'], 'There is no seat Z9.'],
    ['a seat out of order', ['C6'], 'Seat C6 is out of order.'],
    [
      'a companion seat without its wheelchair place',
      ['C2'],
      'Seat C2 is the companion seat of wheelchair place C1. Choose both, or come back when it is on general sale.',
    ],
  ])('refuses %s', async (_, seats, detail) => {
    await expect(hold(oona, seats)).rejects.toMatchObject({ code: 'invalid', options: { detail } });
    expect(await seatsNow()).toBe('.................x');
  });

  it('gives a wheelchair place with its companion seat, and the companion seat to all an hour before', async () => {
    await hold(oona, ['C1', 'C2']);
    expect(await seatsNow()).toBe('............xx...x');
    screeningId = await sellScreening({ inMinutes: 50 });
    expect((await hold(ben, ['C2'])).state).toBe('held');
  });

  it('refuses a price that the screening does not have', async () => {
    await expect(hold(oona, ['A1'], { category: 'child' })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('sells one person eight tickets of a screening, held and bought together', async () => {
    const six = await hold(oona, ['A1', 'A2', 'A3', 'A4', 'A5', 'A6']);
    await confirmOrder(six.id, as(oona));
    await expect(hold(oona, ['B1', 'B2', 'B3'])).rejects.toMatchObject({
      code: 'limit-reached',
      options: { extra: { limit: 8, left: 2 } },
    });
    const two = await hold(oona, ['B1', 'B2']);
    await confirmOrder(two.id, as(oona));
    await expect(hold(oona, ['B3'])).rejects.toMatchObject({ code: 'limit-reached' });
    await cancelTickets(two.id, as(oona));
    expect((await hold(oona, ['B3'])).state).toBe('held');
  });

  it.each([
    [{ state: 'cancelled' }, 'This screening is cancelled.'],
    [{ state: 'paused' }, 'Ticket sales are paused. Try again a little later.'],
    [{ sale: { opensAt: new Date('2096-01-01') } }, 'Tickets aren’t on sale yet.'],
    [{ sale: { closesAt: new Date('2020-01-01') } }, 'Ticket sales for this screening are over.'],
  ])('is refused when the sale is closed: %j', async (change, detail) => {
    await changeScreening(screeningId, change);
    await expect(hold(oona, ['A1'])).rejects.toMatchObject({ code: 'sale-closed', options: { detail } });
  });
});

describe('confirming', () => {
  it('sells the seats, with what is to be paid', async () => {
    const { id } = await hold(oona, ['B1', 'B2']);
    const order = await confirmOrder(id, as(oona));
    expect(order).toMatchObject({
      state: 'confirmed',
      payment: { state: 'due', method: 'box-office', due: { amountMinor: 2200, currency: 'EUR' } },
      taxes: [{ rate: 9, amount: { amountMinor: 182, currency: 'EUR' } }],
    });
    expect(await confirmOrder(id, as(oona))).toMatchObject({ id, state: 'confirmed' });
  });

  it('takes six commands, the commit counted, as cancelling does', async () => {
    vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:9');
    const { id } = await hold(oona, ['B1', 'B2']);
    const confirmed = await recordCommands(() => confirmOrder(id, as(oona)));
    const cancelled = await recordCommands(() => cancelTickets(id, as(oona)));
    vi.unstubAllEnvs();
    const names = (commands: RecordedCommand[]) =>
      commands.map(({ name, collection }) => `${name} ${collection}`);
    expect(names(confirmed)).toEqual([
      'aggregate orders',
      'update sale-members',
      'update seats',
      'update orders',
      'update outbox',
    ]);
    expect(names(cancelled)).toEqual([
      'aggregate orders',
      'update sale-members',
      'delete seats',
      'update orders',
      'update outbox',
    ]);
  });

  it('sells a hold whose time is over while nobody has taken its seats', async () => {
    const { id } = await hold(oona, ['B1']);
    await letHoldLapse(id);
    expect((await confirmOrder(id, as(oona))).state).toBe('confirmed');
    await expect(hold(ben, ['B1'])).rejects.toMatchObject({ code: 'seats-taken' });
  });

  it('is refused for a hold that was given back or replaced', async () => {
    const released = await hold(oona, ['B1']);
    await releaseHold(released.id, as(oona));
    await expect(confirmOrder(released.id, as(oona))).rejects.toMatchObject({ code: 'order-changed' });
    const replaced = await hold(oona, ['B1']);
    await hold(oona, ['B2']);
    await expect(confirmOrder(replaced.id, as(oona))).rejects.toMatchObject({ code: 'order-changed' });
  });

  it('is refused when the screening was cancelled meanwhile', async () => {
    const { id } = await hold(oona, ['B1']);
    await changeScreening(screeningId, { state: 'cancelled' });
    await expect(confirmOrder(id, as(oona))).rejects.toMatchObject({ code: 'sale-closed' });
  });
});

describe('extending and giving back', () => {
  it('holds for ten minutes more, once', async () => {
    const { id, heldUntil } = await hold(oona, ['B1']);
    const extended = await extendHoldOf(id, as(oona));
    expect(Date.parse(extended.heldUntil)).toBeGreaterThan(Date.parse(heldUntil));
    expect(extended.canExtend).toBe(false);
    expect((await extendHoldOf(id, as(oona))).heldUntil).toBe(extended.heldUntil);
  });

  it('frees the seats at once, and again is the same', async () => {
    const { id } = await hold(oona, ['B1']);
    expect((await releaseHold(id, as(oona))).state).toBe('released');
    expect((await releaseHold(id, as(oona))).state).toBe('released');
    expect(await seatsNow()).toBe('.................x');
  });
});

describe('cancelling', () => {
  it('cancels one ticket of two, then the order', async () => {
    const { id, tickets } = await hold(oona, ['B1', 'B2']);
    await confirmOrder(id, as(oona));
    const one = await cancelTickets(id, as(oona), [tickets[0]?.id ?? '']);
    expect(one).toMatchObject({ state: 'confirmed', payment: { due: { amountMinor: 1100 } } });
    expect(await seatsNow()).toBe('.......x.........x');
    const none = await cancelTickets(id, as(oona));
    expect(none).toMatchObject({ state: 'cancelled', payment: { state: 'none' } });
    expect(await cancelTickets(id, as(oona))).toMatchObject({ state: 'cancelled' });
    expect(await seatsNow()).toBe('.................x');
  });

  it('takes the companion seat along with its wheelchair place', async () => {
    const { id, tickets } = await hold(oona, ['C1', 'C2', 'C3']);
    await confirmOrder(id, as(oona));
    const wheelchair = tickets.find(({ seat }) => seat === 'C1');
    const order = await cancelTickets(id, as(oona), [wheelchair?.id ?? '']);
    expect(order.tickets.map(({ seat, state }) => [seat, state])).toEqual([
      ['C1', 'cancelled'],
      ['C2', 'cancelled'],
      ['C3', 'valid'],
    ]);
  });

  it('is too late for a member an hour before, not for staff, and open again when the screening is cancelled', async () => {
    screeningId = await sellScreening({ inMinutes: 50 });
    const { id, tickets } = await hold(oona, ['B1', 'B2']);
    await confirmOrder(id, as(oona));
    await expect(cancelTickets(id, as(oona))).rejects.toMatchObject({ code: 'cancel-window-closed' });
    expect((await cancelTickets(id, staff, [tickets[0]?.id ?? ''])).state).toBe('confirmed');
    await changeScreening(screeningId, { state: 'cancelled' });
    expect((await cancelTickets(id, as(oona))).state).toBe('cancelled');
  });
});

it('an order of somebody else is not there', async () => {
  const { id } = await hold(oona, ['B1']);
  for (const act of [getOrder, confirmOrder, extendHoldOf, releaseHold, cancelTickets]) {
    await expect(act(id, as(ben))).rejects.toMatchObject({ code: 'not-found' });
  }
  expect((await getOrder(id, staff)).id).toBe(id);
});
