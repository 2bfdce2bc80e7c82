import { beforeAll, expect, it } from 'vitest';
import { letHoldLapse, newKey, newMember, openBoxOffice, sellScreening } from '../../e2e/fixtures/sale';
import { useTestDatabase } from '../../e2e/fixtures/test-database';
import { getFilmPage } from '../films/film-page';
import { hasFewSeats } from './availability';
import { confirmOrder } from './change-order';
import { holdSeats } from './hold';

beforeAll(useTestDatabase);
beforeAll(openBoxOffice);

/** Of the plan's eighteen seats one is out of order. */
const ALL = 17;

it('a film page counts the seats that are left: not those held, sold or out of order, but those of a lapsed hold', async () => {
  const screeningId = await sellScreening();
  const left = async (): Promise<number | undefined> => {
    const { screenings } = await getFilmPage('up', new Date());
    return screenings.find(({ id }) => id === screeningId)?.seatsLeft;
  };
  const hold = (seats: string[]) =>
    holdSeats({
      buyer: { memberId: newMember(), soldBy: null },
      input: { screeningId, tickets: seats.map((seat) => ({ seat, category: 'full' })) },
      idempotencyKey: newKey(),
    });
  expect(await left()).toBe(ALL);
  const held = await hold(['A1', 'A2']);
  expect(await left()).toBe(ALL - 2);
  await letHoldLapse(held.id);
  expect(await left()).toBe(ALL);
  const sold = await holdSeats({
    buyer: { memberId: null, soldBy: 'staff' },
    input: { screeningId, tickets: [{ seat: 'B1', category: 'full' }] },
    idempotencyKey: newKey(),
  });
  await confirmOrder(sold.id, { id: 'staff', isStaff: true });
  expect(await left()).toBe(ALL - 1);
});

it('few seats are left from ten down, and when a sale has just brought it there or a cancellation away', async () => {
  const screeningId = await sellScreening();
  const sell = async (seats: string[]) => {
    const { id } = await holdSeats({
      buyer: { memberId: null, soldBy: 'staff' },
      input: { screeningId, tickets: seats.map((seat) => ({ seat, category: 'full' })) },
      idempotencyKey: newKey(),
    });
    await confirmOrder(id, { id: 'staff', isStaff: true });
  };
  await sell(['A1', 'A2', 'A3', 'A4', 'A5']);
  expect([await hasFewSeats(screeningId, 1), await hasFewSeats(screeningId, 2)]).toEqual([false, true]);
  await sell(['B1', 'B2']);
  expect(await hasFewSeats(screeningId, 0)).toBe(true);
});
