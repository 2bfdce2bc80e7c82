import { createHash, randomBytes } from 'node:crypto';
import type { Document, ObjectId } from 'mongodb';
import * as z from 'zod';
import { defineCollection } from '../db/collection';
import { parseDocument, toObjectId } from '../db/document';
import { repeatTransaction, type Transaction } from '../db/transaction';
import { ProblemError } from '../problem';
import {
  type FoundScreening,
  type SaleScreening,
  toSaleScreening,
  withFilmAndAuditorium,
} from '../screenings/sale';
import { moneySchema } from '../screenings/schema';
import { paymentSchema } from './payments';
import { storedStates } from './schema';

/** `scanId`: the scan that let its holder in; undoing that scan undoes no other's admission. */
const admissionSchema = z.object({ at: z.date(), by: z.string(), door: z.string(), scanId: z.string() });

const ticketSchema = z.object({
  id: z.string(),
  seat: z.string(),
  zone: z.string(),
  zoneLabel: z.string(),
  category: z.string(),
  categoryLabel: z.string(),
  /** The wheelchair place that this companion seat goes with. */
  companionOf: z.nullable(z.string()),
  price: z.object({ ...moneySchema.shape, taxRate: z.number() }),
  state: z.enum(['valid', 'cancelled']),
  admission: z.nullable(admissionSchema),
});
export type StoredTicket = z.infer<typeof ticketSchema>;

/** An order contains what the buyer agreed to: later changes of films, prices and plans do not affect it. */
const orderSchema = z.object({
  id: z.string(),
  /** Of the request that made it: the same key with another body is another order. */
  bodyHash: z.string(),
  /** Null for a sale at the desk without an account, and when its member was deleted. */
  memberId: z.nullable(z.string()),
  /** The staff member who sold it at the desk. */
  soldBy: z.nullable(z.string()),
  screeningId: z.string(),
  state: z.enum(storedStates),
  createdAt: z.date(),
  heldUntil: z.date(),
  extended: z.boolean(),
  /** Incremented by every change; a change names the revision that it is based on. */
  revision: z.int(),
  film: z.object({ slug: z.string(), title: z.string() }),
  auditorium: z.object({ id: z.string(), name: z.string() }),
  startsAt: z.date(),
  tickets: z.array(ticketSchema).min(1),
  payments: z.array(paymentSchema),
  history: z.array(z.object({ event: z.string(), at: z.date(), by: z.nullable(z.string()) })),
});
export type StoredOrder = z.infer<typeof orderSchema>;

type OrderDocument = Omit<StoredOrder, 'id' | 'screeningId'> & { _id: string; screeningId: ObjectId };

/** The collection. Only the domain's own files use it. */
export const orders = defineCollection<OrderDocument>({
  name: 'orders',
  schema: {
    bsonType: 'object',
    required: ['_id', 'bodyHash', 'memberId', 'screeningId', 'state', 'heldUntil', 'revision', 'tickets'],
    properties: {
      _id: { bsonType: 'string', pattern: '^[0-9a-f]{32}$' },
      bodyHash: { bsonType: 'string' },
      memberId: { bsonType: ['string', 'null'] },
      screeningId: { bsonType: 'objectId' },
      state: { enum: [...storedStates] },
      createdAt: { bsonType: 'date' },
      heldUntil: { bsonType: 'date' },
      revision: { bsonType: ['int', 'long', 'double'] },
      tickets: { bsonType: 'array', minItems: 1 },
    },
  },
  indexes: [
    { name: 'member-newest', key: { memberId: 1, createdAt: -1, _id: 1 } },
    // The door looks for one ticket of a screening; the desk reads all orders of one.
    { name: 'screening-ticket', key: { screeningId: 1, 'tickets.id': 1 } },
  ],
});

/** Made of the buyer and the Idempotency-Key: the `_id` keeps a request that comes twice from ordering twice. */
export function orderIdFor(buyerId: string, idempotencyKey: string): string {
  return createHash('sha256').update(`${buyerId}\n${idempotencyKey}`).digest('hex').slice(0, 32);
}

export const newTicketId = (): string => randomBytes(8).toString('hex');

/** Throws a duplicate key when the order of this id is there already: the same request, a moment earlier. */
export async function insertOrder(
  { id, screeningId, ...order }: StoredOrder,
  session: Transaction,
): Promise<void> {
  const document = { _id: id, screeningId: toObjectId(screeningId), ...order };
  await (await orders()).insertOne(document, { session });
}

interface OrderWithScreening {
  order: StoredOrder;
  screening: SaleScreening;
}

/** An order and its screening as they are now, by the database's clock. Null when there is none. One query. */
export async function findOrderWithScreening(
  id: string,
  session?: Transaction,
): Promise<OrderWithScreening | null> {
  const [found] = await withScreenings([{ $match: { _id: id } }], session);
  return found ?? null;
}

/** A member's orders, but for holds that were given back or replaced, the newest first. One query. */
export async function listOrdersWithScreenings(
  memberId: string,
  limit: number,
): Promise<OrderWithScreening[]> {
  const filter = { memberId, state: { $in: ['held', 'confirmed', 'cancelled'] } };
  return withScreenings([{ $match: filter }, { $sort: { createdAt: -1, _id: 1 } }, { $limit: limit }]);
}

async function withScreenings(stages: Document[], session?: Transaction): Promise<OrderWithScreening[]> {
  const found = await (
    await orders()
  )
    .aggregate<OrderDocument & { screening: FoundScreening }>(
      [
        ...stages,
        { $lookup: { from: 'screenings', localField: 'screeningId', foreignField: '_id', as: 'screening' } },
        { $unwind: '$screening' },
        ...withFilmAndAuditorium('screening.'),
      ],
      session && { session },
    )
    .toArray();
  return found.map(({ screening, ...order }) => ({
    order: toOrder(order),
    screening: toSaleScreening(screening),
  }));
}

type OrderChange = Partial<Pick<StoredOrder, 'state' | 'heldUntil' | 'extended' | 'tickets' | 'payments'>>;

/** Changes an order that is still as it was read, else the transaction runs again. What it is then comes back. */
export async function updateOrder(
  order: StoredOrder,
  change: OrderChange,
  event: StoredOrder['history'][number],
  session: Transaction,
): Promise<StoredOrder> {
  const { id, revision, history } = order;
  const set = { ...change, revision: revision + 1, history: [...history, event] };
  const { matchedCount } = await (
    await orders()
  ).updateOne({ _id: id, revision }, { $set: set }, { session });
  if (matchedCount !== 1) throw repeatTransaction('the order was changed meanwhile');
  return { ...order, ...set };
}

/** A hold gives way to the same buyer's next one. It may be over for another reason already. */
export async function replaceOrder(id: string, at: Date, session: Transaction): Promise<void> {
  const event = { event: 'replaced', at, by: null };
  await (
    await orders()
  ).updateOne(
    { _id: id, state: 'held' },
    { $set: { state: 'replaced' }, $inc: { revision: 1 }, $push: { history: event } },
    { session },
  );
}

export interface Admission {
  screeningId: string;
  ticketId: string;
  by: string;
  door: string;
  scanId: string;
}

/**
 * Lets the holder of a valid ticket in, once: one conditional write, so that of two doors, or of a door and a
 * cancellation, one wins. The order as it is then, or null when there is nobody to let in. The time is the database's.
 */
export async function admitTicket(
  { screeningId, ticketId, ...admission }: Admission,
  session: Transaction,
): Promise<StoredOrder | null> {
  const waiting = { id: ticketId, state: 'valid' as const, admission: null };
  const admitted = await (
    await orders()
  ).findOneAndUpdate(
    { screeningId: toObjectId(screeningId), state: 'confirmed', tickets: { $elemMatch: waiting } },
    [
      {
        $set: {
          tickets: {
            $map: {
              input: '$tickets',
              in: {
                $cond: [
                  { $eq: ['$$this.id', ticketId] },
                  // Literal, because a door's name may begin with a dollar sign.
                  {
                    $mergeObjects: [
                      '$$this',
                      { admission: { $mergeObjects: [{ $literal: admission }, { at: '$$NOW' }] } },
                    ],
                  },
                  '$$this',
                ],
              },
            },
          },
          revision: { $add: ['$revision', 1] },
          history: { $concatArrays: ['$history', [{ event: 'admitted', at: '$$NOW', by: admission.by }]] },
        },
      },
    ],
    { returnDocument: 'after', session },
  );
  return admitted && toOrder(admitted);
}

/** The order that a ticket of this screening is in. One query. */
export async function findOrderOfTicket(
  screeningId: string,
  ticketId: string,
  session: Transaction,
): Promise<StoredOrder | null> {
  const filter = { screeningId: toObjectId(screeningId), 'tickets.id': ticketId };
  const found = await (await orders()).findOne(filter, { session });
  return found && toOrder(found);
}

export function toOrder({ _id, screeningId, ...rest }: OrderDocument): StoredOrder {
  return parseDocument('orders', orderSchema, { id: _id, screeningId: screeningId.toHexString(), ...rest });
}

export function orderNotFound(): ProblemError {
  return new ProblemError('not-found', { detail: 'There is no such order.' });
}
