import { beforeAll, describe, expect, it, vi } from 'vitest';
import { brokenOrderRules } from '../../e2e/fixtures/order-invariants';
import {
  changeScreening,
  letHoldLapse,
  newKey,
  newMember,
  openBoxOffice,
  sellScreening,
} from '../../e2e/fixtures/sale';
import { emptyCollections, useTestDatabase } from '../../e2e/fixtures/test-database';
import { database } from '../db/client';
import { ProblemError } from '../problem';
import { cancelTickets, confirmOrder, extendHoldOf, releaseHold } from './change-order';
import { holdSeats } from './hold';
import { getOccupancy } from './occupancy';
import * as seats from './seats';

beforeAll(useTestDatabase);
beforeAll(openBoxOffice);

const SEATS = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'B1', 'B2', 'B3', 'B4', 'B5', 'B6'];
const RACES = 100;
const AT_ONCE = 10;

/** Numbers from 0 up to 1 that a seed makes again: Mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function hold(screeningId: string, memberId: string, wanted: string[], key = newKey()) {
  return holdSeats({
    buyer: { memberId, soldBy: null },
    input: { screeningId, tickets: wanted.map((seat) => ({ seat, category: 'full' })) },
    idempotencyKey: key,
  });
}

/**
 * The code of the refusal, or null when it was done; a fault of ours is thrown. A transaction that waited five seconds for
 * others is refused too: a slow machine gets there.
 */
async function refusalOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof ProblemError && error.code !== 'internal') return error.code;
    throw error;
  }
}

/** One member at one screening: holds what they like and then does this or that, as often as the seed says. */
async function visit(screeningId: string, memberId: string, random: () => number): Promise<void> {
  const actor = { id: memberId, isStaff: false };
  for (let act = 0; act < 2; act++) {
    const first = Math.floor(random() * SEATS.length);
    const wanted = SEATS.slice(first, first + 1 + Math.floor(random() * 3));
    const key = newKey();
    const tries = random() < 0.2 ? 2 : 1;
    const held = await Promise.allSettled(
      Array.from({ length: tries }, () => hold(screeningId, memberId, wanted, key)),
    );
    for (const result of held)
      if (result.status === 'rejected') await refusalOf(Promise.reject(result.reason));
    const [order] = held.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    if (!order) continue;
    const what = random();
    if (what < 0.2) await letHoldLapse(order.id);
    if (what < 0.3) await refusalOf(extendHoldOf(order.id, actor));
    if (what < 0.4) await refusalOf(releaseHold(order.id, actor));
    else await refusalOf(confirmOrder(order.id, actor));
    if (random() < 0.3) await refusalOf(cancelTickets(order.id, actor));
  }
}

async function race(seed: number): Promise<void> {
  const random = randomOf(seed);
  const screeningId = await sellScreening();
  const members = Array.from({ length: 3 }, newMember);
  // The last one has two tabs open.
  const visits = [...members, members[2] ?? ''].map((member) => visit(screeningId, member, random));
  if (random() < 0.2) visits.push(changeScreening(screeningId, { state: 'cancelled' }));
  await Promise.all(visits);
}

describe(`${RACES} races of members for the same seats`, () => {
  it('sell no seat twice, lose no order and count every ticket', async () => {
    for (let seed = 1; seed <= RACES; seed += AT_ONCE) {
      await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => race(seed + n)));
    }
    expect(await brokenOrderRules()).toEqual([]);
  }, 120_000);

  it('would be seen to sell seats twice if the write that takes a seat were unconditional', async () => {
    await emptyCollections('seats', 'orders', 'sale-members');
    vi.spyOn(seats, 'claimSeats').mockImplementation(async (claim, session) => {
      const collection = (await database()).collection<{ _id: string }>('seats');
      for (const seat of claim.seats) {
        const { screeningId, orderId: by, until } = claim;
        const taken = { $set: { screeningId, by, until, state: 'held' } };
        await collection.updateOne({ _id: `${screeningId}:${seat}` }, taken, { upsert: true, session });
      }
    });
    const screeningId = await sellScreening();
    for (const member of [newMember(), newMember()]) {
      const { id } = await hold(screeningId, member, ['B1']);
      await confirmOrder(id, { id: member, isStaff: false });
    }
    vi.restoreAllMocks();
    expect(await brokenOrderRules()).toContainEqual(expect.stringMatching(/^B1 is sold twice/));
    await emptyCollections('seats', 'orders', 'sale-members');
  });
});

it('fifty buyers of twelve seats at once: twelve have one each, all others hear that it is taken', async () => {
  const screeningId = await sellScreening();
  const buyers = Array.from({ length: 50 }, (_, n) => ({ member: newMember(), seat: SEATS[n % 12] ?? '' }));
  const refusals = await Promise.all(
    buyers.map(({ member, seat }) =>
      refusalOf(
        hold(screeningId, member, [seat]).then(({ id }) => confirmOrder(id, { id: member, isStaff: false })),
      ),
    ),
  );
  expect(refusals.filter((code) => code === null)).toHaveLength(12);
  expect(refusals.filter((code) => code === 'seats-taken')).toHaveLength(38);
  expect((await getOccupancy(screeningId)).free).toEqual({ front: 0, back: 5 });
  expect(await brokenOrderRules()).toEqual([]);
});

it('the same request twenty times at once makes one order', async () => {
  const [screeningId, member, key] = [await sellScreening(), newMember(), newKey()];
  const orders = await Promise.all(
    Array.from({ length: 20 }, () => hold(screeningId, member, ['B1', 'B2'], key)),
  );
  expect(new Set(orders.map(({ id }) => id)).size).toBe(1);
  expect(new Set(orders.map(({ state }) => state))).toEqual(new Set(['held']));
});
