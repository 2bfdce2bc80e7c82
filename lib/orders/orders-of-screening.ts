import { toObjectId } from '../db/document';
import { orders, type StoredOrder, toOrder } from './orders';
import type { Payment } from './payments';

/** More than any auditorium has seats, so that all come in one batch. */
const ORDERS_MAX = 4000;

/** A screening's orders, but for holds that were given back or replaced, the oldest first. One query. */
export async function listOrdersOfScreening(screeningId: string): Promise<StoredOrder[]> {
  const found = await (
    await orders()
  )
    .find(
      {
        screeningId: toObjectId(screeningId),
        state: { $in: ['held', 'confirmed', 'cancelled'] },
      },
      { batchSize: ORDERS_MAX, limit: ORDERS_MAX },
    )
    .toArray();
  return found.map(toOrder).toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

export type Takings = Record<Payment['kind'], number>;

/** What is due, was paid and was refunded for each of these screenings, in minor units. One query. */
export async function sumTakings(screeningIds: readonly string[]): Promise<Map<string, Takings>> {
  const sums = new Map(screeningIds.map((id) => [id, { due: 0, paid: 0, refunded: 0 }]));
  const found = await (
    await orders()
  )
    .aggregate<{ _id: { screeningId: string; kind: Payment['kind'] }; sum: number }>([
      { $match: { screeningId: { $in: screeningIds.map(toObjectId) } } },
      { $unwind: '$payments' },
      {
        $group: {
          _id: { screeningId: { $toString: '$screeningId' }, kind: '$payments.kind' },
          sum: { $sum: '$payments.amountMinor' },
        },
      },
    ])
    .toArray();
  for (const { _id, sum } of found) {
    const ofScreening = sums.get(_id.screeningId);
    if (ofScreening) ofScreening[_id.kind] = sum;
  }
  return sums;
}
