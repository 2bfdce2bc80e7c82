import { isDuplicateKey } from '../db/client';
import { defineCollection } from '../db/collection';
import { repeatTransaction, type Transaction } from '../db/transaction';

/** The one live hold that a buyer has of a screening. */
interface Hold {
  order: string;
  until: Date;
}

/** What one buyer has of one screening. The first write of every hold, so that two holds of a buyer take turns. */
interface SaleMemberDocument {
  /** `<screening>:<buyer>`. */
  _id: string;
  /** How many valid tickets they have. */
  sold: number;
  hold: Hold | null;
  /** The hold before this one. */
  last: Hold | null;
}

const holdSchema = {
  bsonType: ['object', 'null'],
  required: ['order', 'until'],
  properties: { order: { bsonType: 'string' }, until: { bsonType: 'date' } },
};

const saleMembers = defineCollection<SaleMemberDocument>({
  name: 'sale-members',
  schema: {
    bsonType: 'object',
    required: ['_id', 'sold', 'hold', 'last'],
    properties: {
      _id: { bsonType: 'string' },
      sold: { bsonType: ['int', 'long', 'double'], minimum: 0 },
      hold: holdSchema,
      last: holdSchema,
    },
  },
  indexes: [],
});

export interface Buyer {
  screeningId: string;
  /** A member's id, or `desk:<staff>` for sales without an account. */
  buyerId: string;
}

const idOf = ({ screeningId, buyerId }: Buyer): string => `${screeningId}:${buyerId}`;

/**
 * Makes an order the buyer's hold, in place of an earlier one. What comes back is the database's clock: no process's own
 * clock decides who is in time.
 */
export async function takeHold(
  buyer: Buyer,
  orderId: string,
  holdMs: number,
  session: Transaction,
): Promise<{ now: Date; until: Date; sold: number; replacedId: string | null }> {
  const hold = { order: orderId, until: { $add: ['$$NOW', holdMs] } };
  const taken = await (
    await saleMembers()
  )
    .findOneAndUpdate(
      { _id: idOf(buyer) },
      [
        {
          $set: {
            sold: { $ifNull: ['$sold', 0] },
            last: { $ifNull: ['$hold', null] },
            hold,
          },
        },
      ],
      { upsert: true, returnDocument: 'after', session },
    )
    .catch((error: unknown) => {
      // Two first holds of a buyer met: the second finds the document when it runs again.
      throw isDuplicateKey(error) ? repeatTransaction('two first holds met') : error;
    });
  if (!taken?.hold) throw new Error(`No hold came back for order ${orderId}`);
  const { until } = taken.hold;
  const replacedId = taken.last && taken.last.order !== orderId ? taken.last.order : null;
  return { now: new Date(until.getTime() - holdMs), until, sold: taken.sold, replacedId };
}

/** Holds for longer. False when this order is no longer the buyer's hold. */
export async function extendHold(
  buyer: Buyer,
  orderId: string,
  until: Date,
  session: Transaction,
): Promise<boolean> {
  const mine = { _id: idOf(buyer), 'hold.order': orderId };
  const { matchedCount } = await (
    await saleMembers()
  ).updateOne(mine, { $set: { 'hold.until': until } }, { session });
  return matchedCount === 1;
}

/** Ends a buyer's hold: `sold` of its tickets are theirs now. False when this order is no longer their hold. */
export async function endHold(
  buyer: Buyer,
  orderId: string,
  sold: number,
  session: Transaction,
): Promise<boolean> {
  const mine = { _id: idOf(buyer), 'hold.order': orderId };
  const { matchedCount } = await (
    await saleMembers()
  ).updateOne(mine, { $inc: { sold }, $set: { hold: null } }, { session });
  return matchedCount === 1;
}

/** Counts cancelled tickets back, so that the buyer may have others. */
export async function giveBackTickets(buyer: Buyer, count: number, session: Transaction): Promise<void> {
  await (await saleMembers()).updateOne({ _id: idOf(buyer) }, { $inc: { sold: -count } }, { session });
}
