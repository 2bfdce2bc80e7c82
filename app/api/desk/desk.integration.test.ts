import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callRoute } from '../../../e2e/fixtures/call-route';
import { openBoxOffice, sellScreening } from '../../../e2e/fixtures/sale';
import { useTestDatabase } from '../../../e2e/fixtures/test-database';
import { createAccount, type TestAccount, useTestIdentity } from '../../../e2e/fixtures/test-identity';
import { confirmOrder } from '../../../lib/orders/change-order';
import { holdSeats } from '../../../lib/orders/hold';
import * as checkIns from './check-ins/route';
import * as cancellation from './orders/[id]/cancellation/route';
import * as order from './orders/[id]/route';
import * as orders from './orders/route';
import * as screeningOrders from './screenings/[id]/orders/route';

let drop: () => Promise<void>;
let member: TestAccount;
let staff: TestAccount;
let screeningId: string;
let orderId: string;
beforeAll(async () => {
  process.env.TICKET_KEY = 'k'.repeat(32);
  drop = await useTestDatabase();
  useTestIdentity();
  await openBoxOffice();
  // Within the hours whose tickets the door reads.
  screeningId = await sellScreening({ inMinutes: 120 });
  member = await createAccount({ roles: ['member'] });
  staff = await createAccount({ roles: ['staff'] });
  const held = await holdSeats({
    buyer: { memberId: member.id, soldBy: null },
    input: { screeningId, tickets: [{ seat: 'B1', category: 'full' }] },
    idempotencyKey: randomUUID(),
  });
  orderId = (await confirmOrder(held.id, { id: member.id, isStaff: false })).id;
});
afterAll(() => drop());

it('staff see the address of one order’s buyer, and none in a list', async () => {
  const { accessToken } = staff;
  const one = await callRoute(order.GET, { params: { id: orderId }, accessToken });
  expect(one.body).toMatchObject({ id: orderId, email: member.email, buyer: { memberId: member.id } });
  expect(one.headers.get('cache-control')).toBe('private, no-store');
  const list = await callRoute(screeningOrders.GET, { params: { id: screeningId }, accessToken });
  expect(list.body.orders).toMatchObject([{ id: orderId, buyer: { kind: 'member' } }]);
  expect(JSON.stringify(list.body)).not.toContain(member.email);
});

it('a member hears the same of an order that is there and of one that is not', async () => {
  const { accessToken } = member;
  const refusals = await Promise.all(
    [orderId, 'a'.repeat(32), 'no id'].map((id) => callRoute(order.GET, { params: { id }, accessToken })),
  );
  for (const { status, body } of refusals) {
    expect([status, body.code, body.detail]).toEqual([403, 'forbidden', refusals[0]?.body.detail]);
  }
});

it('a sale without an account is confirmed and paid, and its buyer has no address', async () => {
  const { accessToken } = staff;
  const sold = await callRoute(orders.POST, {
    method: 'POST',
    accessToken,
    headers: { 'idempotency-key': randomUUID() },
    body: { screeningId, tickets: [{ seat: 'B2', category: 'full' }], paid: true },
  });
  expect([sold.status, sold.body.state, sold.body.payment.state]).toEqual([201, 'confirmed', 'paid']);
  const one = await callRoute(order.GET, { params: { id: sold.body.id }, accessToken });
  expect(one.body).toMatchObject({ email: null, buyer: { kind: 'door', memberId: null } });
});

it('a paid order with a cancelled ticket says what is to be given back, at the desk and at the door', async () => {
  const { accessToken } = staff;
  const sold = await callRoute(orders.POST, {
    method: 'POST',
    accessToken,
    headers: { 'idempotency-key': randomUUID() },
    body: {
      screeningId,
      tickets: [
        { seat: 'B3', category: 'full' },
        { seat: 'B4', category: 'full' },
      ],
      paid: true,
    },
  });
  const [first, second] = sold.body.tickets;
  const cancelled = await callRoute(cancellation.POST, {
    method: 'POST',
    accessToken,
    params: { id: sold.body.id },
    body: { tickets: [first.id], reason: 'Only one came' },
  });
  expect([cancelled.status, cancelled.body.payment]).toMatchObject([
    200,
    { state: 'refund-due', due: { amountMinor: -1100 } },
  ]);
  const scanned = await callRoute(checkIns.POST, {
    method: 'POST',
    accessToken,
    body: { code: second.code, door: 'Foyer', scanId: randomUUID() },
  });
  expect(scanned.body).toMatchObject({ outcome: 'admitted', ticket: { due: { amountMinor: -1100 } } });
});
