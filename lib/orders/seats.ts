import { defineCollection } from '../db/collection';
import type { Transaction } from '../db/transaction';

/**
 * A seat that is not free: there is none for a free one. Its `_id` is why a seat is sold once; `until` decides, by the
 * database's clock, whether a hold still counts.
 */
interface SeatDocument {
  /** `<screening>:<seat>`. */
  _id: string;
  screeningId: string;
  /** The order that has it; null when staff blocked it. */
  by: string | null;
  until: Date;
  state: 'held' | 'sold' | 'blocked';
  /** Why staff blocked it. */
  reason?: string;
}

/** When a sold or blocked seat is free again. */
const NEVER = new Date('9999-12-31T00:00:00Z');

const seats = defineCollection<SeatDocument>({
  name: 'seats',
  schema: {
    bsonType: 'object',
    required: ['_id', 'screeningId', 'by', 'until', 'state'],
    properties: {
      _id: { bsonType: 'string' },
      screeningId: { bsonType: 'string' },
      by: { bsonType: ['string', 'null'] },
      until: { bsonType: 'date' },
      state: { enum: ['held', 'sold', 'blocked'] },
    },
  },
  indexes: [{ name: 'screening-until', key: { screeningId: 1, until: 1 } }],
});

const idOf = (screeningId: string, seat: string): string => `${screeningId}:${seat}`;

export interface Claim {
  screeningId: string;
  seats: readonly string[];
  orderId: string;
  /** The same member's earlier hold, whose seats this one may take over. */
  replacedId: string | null;
  /** The database's clock, and until when by it. */
  now: Date;
  until: Date;
}

/**
 * Takes seats for an order: all of them, or it throws a duplicate key and the transaction has ended. A seat can be taken
 * where there is no document, where a hold is over, or where it is held by this order or the one that it replaces.
 */
export async function claimSeats(claim: Claim, session: Transaction): Promise<void> {
  const { screeningId, orderId, replacedId, now, until } = claim;
  const own = { by: { $in: [orderId, ...(replacedId ? [replacedId] : [])] }, state: 'held' as const };
  // In one order for everybody: two who want the same seats from two ends would wait for each other.
  const writes = [...claim.seats].toSorted().map((seat) => ({
    updateOne: {
      filter: { _id: idOf(screeningId, seat), $or: [{ until: { $lte: now } }, own] },
      update: { $set: { screeningId, by: orderId, until, state: 'held' as const } },
      upsert: true,
    },
  }));
  await (await seats()).bulkWrite(writes, { ordered: true, session });
}

interface HeldSeats {
  screeningId: string;
  seats: readonly string[];
  orderId: string;
}

/** Holds seats for longer. False when one of them is somebody else's by now. */
export async function extendSeats(held: HeldSeats, until: Date, session: Transaction): Promise<boolean> {
  const { matchedCount } = await (await seats()).updateMany(heldBy(held), { $set: { until } }, { session });
  return matchedCount === held.seats.length;
}

/** Sells the seats that an order holds. False when one of them is somebody else's by now. */
export async function sellSeats(held: HeldSeats, session: Transaction): Promise<boolean> {
  const sold = { $set: { state: 'sold' as const, until: NEVER } };
  const { matchedCount } = await (await seats()).updateMany(heldBy(held), sold, { session });
  return matchedCount === held.seats.length;
}

function heldBy({ screeningId, seats: labels, orderId }: HeldSeats) {
  return { _id: { $in: labels.map((seat) => idOf(screeningId, seat)) }, by: orderId, state: 'held' as const };
}

/** Gives an order's seats back, held or sold; those that others have by now stay theirs. */
export async function freeSeats(held: HeldSeats, session: Transaction): Promise<void> {
  const ids = held.seats.map((seat) => idOf(held.screeningId, seat));
  await (await seats()).deleteMany({ _id: { $in: ids }, by: held.orderId }, { session });
}

/** Gives back all that a hold of one screening has. */
export async function freeHold(screeningId: string, orderId: string, session: Transaction): Promise<void> {
  await (await seats()).deleteMany({ screeningId, by: orderId, state: 'held' }, { session });
}

/** Which of these seats are not this order's to take: held in time, sold or blocked. One query. */
export async function listTaken(
  screeningId: string,
  labels: readonly string[],
  /** Null: seats that staff blocked are not meant. */
  orderId: string | null,
  now: Date,
): Promise<string[]> {
  const found = await (
    await seats()
  )
    .find(
      {
        _id: { $in: labels.map((seat) => idOf(screeningId, seat)) },
        until: { $gt: now },
        by: { $ne: orderId },
      },
      { projection: { _id: 1 } },
    )
    .toArray();
  return found.map(({ _id }) => _id.slice(screeningId.length + 1));
}

/** More than any auditorium has, so that all come in one batch. */
const SEATS_MAX = 4000;

/** The seats of a screening that are not free. One query. */
export async function listOccupied(screeningId: string, now: Date): Promise<Set<string>> {
  const found = await (
    await seats()
  )
    .find(
      { screeningId, until: { $gt: now } },
      { projection: { _id: 1 }, batchSize: SEATS_MAX, limit: SEATS_MAX },
    )
    .toArray();
  return new Set(found.map(({ _id }) => _id.slice(screeningId.length + 1)));
}

/** How many seats of each of these screenings are not free. One query. */
export async function countOccupied(
  screeningIds: readonly string[],
  now: Date,
): Promise<Map<string, number>> {
  if (screeningIds.length === 0) return new Map();
  const found = await (
    await seats()
  )
    .aggregate<{ _id: string; taken: number }>([
      { $match: { screeningId: { $in: [...screeningIds] }, until: { $gt: now } } },
      { $group: { _id: '$screeningId', taken: { $sum: 1 } } },
    ])
    .toArray();
  return new Map(found.map(({ _id, taken }) => [_id, taken]));
}

/**
 * Blocks seats: all of them, or it throws a duplicate key because one is held or sold. Seats that are blocked already get
 * the new reason.
 */
export async function blockSeats(
  { screeningId, seats: labels, now }: Pick<Claim, 'screeningId' | 'seats' | 'now'>,
  reason: string,
  session: Transaction,
): Promise<void> {
  const blocked = { by: null, until: NEVER, state: 'blocked' as const };
  const writes = [...labels].toSorted().map((seat) => ({
    updateOne: {
      filter: {
        _id: idOf(screeningId, seat),
        $or: [{ until: { $lte: now } }, { by: null, state: 'blocked' as const }],
      },
      update: { $set: { screeningId, ...blocked, reason } },
      upsert: true,
    },
  }));
  await (await seats()).bulkWrite(writes, { ordered: true, session });
}

/** Gives blocked seats back to the sale; others stay as they are. */
export async function unblockSeats(
  screeningId: string,
  labels: readonly string[],
  session: Transaction,
): Promise<void> {
  const ids = labels.map((seat) => idOf(screeningId, seat));
  await (await seats()).deleteMany({ _id: { $in: ids }, state: 'blocked' }, { session });
}

export interface BlockedSeat {
  seat: string;
  reason: string;
}

/** The blocked seats of a screening and why. One query. */
export async function listBlocked(screeningId: string, session?: Transaction): Promise<BlockedSeat[]> {
  const found = await (
    await seats()
  )
    .find(
      { screeningId, until: NEVER, state: 'blocked' },
      { projection: { reason: 1 }, batchSize: SEATS_MAX, limit: SEATS_MAX, ...(session && { session }) },
    )
    .toArray();
  return found
    .map(({ _id, reason = '' }) => ({ seat: _id.slice(screeningId.length + 1), reason }))
    .toSorted((a, b) => a.seat.localeCompare(b.seat, 'en', { numeric: true }));
}

type StateCounts = Record<SeatDocument['state'], number>;

/** How many seats of each of these screenings are held in time, sold and blocked. One query. */
export async function countSeatStates(
  screeningIds: readonly string[],
  now: Date,
): Promise<Map<string, StateCounts>> {
  const counts = new Map(screeningIds.map((id) => [id, { held: 0, sold: 0, blocked: 0 }]));
  const found = await (
    await seats()
  )
    .aggregate<{ _id: { screeningId: string; state: SeatDocument['state'] }; count: number }>([
      { $match: { screeningId: { $in: [...screeningIds] }, until: { $gt: now } } },
      { $group: { _id: { screeningId: '$screeningId', state: '$state' }, count: { $sum: 1 } } },
    ])
    .toArray();
  for (const { _id, count } of found) {
    const ofScreening = counts.get(_id.screeningId);
    if (ofScreening) ofScreening[_id.state] = count;
  }
  return counts;
}
