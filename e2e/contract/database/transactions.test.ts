import { describe, expect, test } from 'vitest';
import { codeOf, failureOf, openDatabase } from './open-database';

const database = openDatabase('transactions');

const TRANSIENT = 'TransientTransactionError';

describe('all or nothing', () => {
  test('a commit makes the writes of several collections visible together', async () => {
    const [seats, orders] = [await database.fresh(), await database.fresh()];
    await database.client.withSession(async (session) => {
      session.startTransaction();
      await seats.insertMany([{ _id: 'A1' }, { _id: 'A2' }], { session });
      await orders.insertOne({ _id: 'o', seats: 2 }, { session });
      expect([await seats.countDocuments(), await orders.countDocuments()]).toEqual([0, 0]);
      await session.commitTransaction();
    });
    expect([await seats.countDocuments(), await orders.countDocuments()]).toEqual([2, 1]);
  });

  test('an abort leaves nothing behind', async () => {
    const seats = await database.fresh([{ _id: 'A1', taken: false }]);
    await database.client.withSession(async (session) => {
      session.startTransaction();
      await seats.updateOne({ _id: 'A1' }, { $set: { taken: true } }, { session });
      await seats.insertOne({ _id: 'A2' }, { session });
      await session.abortTransaction();
    });
    expect(await seats.find().toArray()).toEqual([{ _id: 'A1', taken: false }]);
  });

  test('a transaction reads its own writes, by find, count and aggregation', async () => {
    const seats = await database.fresh([{ _id: 'A1', price: 1 }]);
    await database.client.withSession(async (session) => {
      session.startTransaction();
      await seats.insertOne({ _id: 'A2', price: 2 }, { session });
      expect(await seats.findOne({ _id: 'A2' }, { session })).toEqual({ _id: 'A2', price: 2 });
      expect(await seats.countDocuments({}, { session })).toBe(2);
      const [sum] = await seats
        .aggregate([{ $group: { _id: null, sum: { $sum: '$price' } } }], { session })
        .toArray();
      expect(sum).toEqual({ _id: null, sum: 3 });
      await session.abortTransaction();
    });
  });

  test('every kind of write takes part', async () => {
    const docs = await database.fresh([{ _id: 1 }, { _id: 2 }, { _id: 3, n: 1 }]);
    await database.client.withSession(async (session) => {
      session.startTransaction();
      await docs.deleteOne({ _id: 1 }, { session });
      await docs.findOneAndUpdate({ _id: 3 }, { $inc: { n: 1 } }, { session });
      await docs.updateOne({ _id: 9 }, { $set: { n: 9 } }, { upsert: true, session });
      await docs.bulkWrite(
        [{ insertOne: { document: { _id: 4 } } }, { deleteMany: { filter: { _id: 2 } } }],
        { session },
      );
      expect(await docs.countDocuments()).toBe(3);
      await session.commitTransaction();
    });
    expect(await docs.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 3, n: 2 },
      { _id: 4 },
      { _id: 9, n: 9 },
    ]);
  });

  test('a cursor reads page after page inside a transaction', async () => {
    const docs = await database.fresh(Array.from({ length: 250 }, (_, _id) => ({ _id })));
    await database.client.withSession(async (session) => {
      session.startTransaction();
      await docs.insertOne({ _id: 250 }, { session });
      expect(await docs.find({}, { session, batchSize: 40 }).toArray()).toHaveLength(251);
      await session.commitTransaction();
    });
    expect(await docs.countDocuments()).toBe(251);
  });
});

describe('refusals', () => {
  test('a duplicate key undoes all, and the rest of the transaction is refused', async () => {
    const seats = await database.fresh([{ _id: 'A2' }]);
    await database.client.withSession(async (session) => {
      session.startTransaction();
      await seats.insertOne({ _id: 'A1' }, { session });
      expect(await codeOf(seats.insertOne({ _id: 'A2' }, { session }))).toBe(11000);
      const rest = await failureOf(seats.insertOne({ _id: 'A3' }, { session }));
      expect([rest.code, rest.hasErrorLabel(TRANSIENT)]).toEqual([251, true]);
      await session.abortTransaction();
    });
    expect(await seats.find().toArray()).toEqual([{ _id: 'A2' }]);
  });

  test('a document that breaks the schema undoes all', async () => {
    const orders = await database.db.createCollection('transactions_validated', {
      validator: { $jsonSchema: { bsonType: 'object', required: ['state'] } },
    });
    await database.client.withSession(async (session) => {
      session.startTransaction();
      await orders.insertOne({ state: 'held' }, { session });
      expect(await codeOf(orders.insertOne({ wrong: true }, { session }))).toBe(121);
      await session.abortTransaction();
    });
    expect(await orders.countDocuments()).toBe(0);
  });

  test('a commit after a failure is refused', async () => {
    const seats = await database.fresh([{ _id: 'A1' }]);
    await database.client.withSession(async (session) => {
      session.startTransaction();
      expect(await codeOf(seats.insertMany([{ _id: 'A2' }, { _id: 'A1' }], { session }))).toBe(11000);
      expect(await codeOf(session.commitTransaction())).toBe(251);
    });
    expect(await seats.countDocuments()).toBe(1);
  });

  test('changing what changed since the transaction began is a write conflict to repeat', async () => {
    const seats = await database.fresh([{ _id: 'A1', n: 0 }]);
    await database.client.withSession(async (session) => {
      session.startTransaction();
      await seats.findOne({ _id: 'A1' }, { session });
      await seats.updateOne({ _id: 'A1' }, { $inc: { n: 1 } });
      const refusal = await failureOf(seats.updateOne({ _id: 'A1' }, { $inc: { n: 10 } }, { session }));
      expect([refusal.code, refusal.hasErrorLabel(TRANSIENT)]).toEqual([112, true]);
    });
    expect(await seats.findOne({ _id: 'A1' })).toEqual({ _id: 'A1', n: 1 });
  });

  test('a conditional insert of the same id in two transactions succeeds once', async () => {
    const seats = await database.fresh();
    const buy = (buyer: number) =>
      database.client.withSession((session) =>
        session.withTransaction(async () => {
          await seats.insertOne({ _id: 'A1', buyer }, { session });
          return buyer;
        }),
      );
    const outcomes = await Promise.allSettled([buy(1), buy(2)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await seats.countDocuments()).toBe(1);
  });
});
