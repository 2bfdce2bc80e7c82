import { MongoServerError } from 'mongodb';
import { describe, expect, test } from 'vitest';
import { openDatabase, repeatOnConflict } from './open-database';

const database = openDatabase('races');

const times = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('races', () => {
  test('of 50 buyers of one seat, one wins', async () => {
    const seats = await database.fresh();
    const outcomes = await Promise.allSettled(
      times(50).map((buyer) => seats.insertOne({ _id: 's1:A1', buyer })),
    );
    const won = outcomes.flatMap((outcome, buyer) => (outcome.status === 'fulfilled' ? [buyer] : []));
    expect(won).toHaveLength(1);
    const codes = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [(outcome.reason as MongoServerError).code] : [],
    );
    expect(codes).toEqual(Array.from({ length: 49 }, () => 11000));
    expect(await seats.find().toArray()).toEqual([{ _id: 's1:A1', buyer: won[0] }]);
  });

  test('400 buyers of 1 to 3 of 60 seats, in transactions: no seat twice, no order in part', async () => {
    const [seats, orders] = [await database.fresh(), await database.fresh()];
    const buy = (buyer: number): Promise<boolean> =>
      database.client.withSession(async (session) => {
        const wanted = times((buyer % 3) + 1).map((n) => `seat-${(buyer * 7 + n) % 60}`);
        try {
          await session.withTransaction(async () => {
            await seats.insertMany(
              wanted.map((_id) => ({ _id, buyer })),
              { session },
            );
            await orders.insertOne({ _id: buyer, count: wanted.length }, { session });
          });
          return true;
        } catch (error) {
          if (error instanceof MongoServerError && error.code === 11000) return false;
          throw error;
        }
      });
    const outcomes = await Promise.all(times(400).map(buy));
    const sold = await seats.find().toArray();
    const bought = await orders.find().toArray();
    expect(bought).toHaveLength(outcomes.filter(Boolean).length);
    expect(bought.reduce((sum, order) => sum + Number(order['count']), 0)).toBe(sold.length);
    for (const order of bought) {
      expect(sold.filter((seat) => seat['buyer'] === order._id)).toHaveLength(Number(order['count']));
    }
  });

  test('500 increments of one document at once make 500', async () => {
    const counters = await database.fresh([{ _id: 'c', n: 0 }]);
    await Promise.all(times(500).map(() => counters.updateOne({ _id: 'c' }, { $inc: { n: 1 } })));
    expect(await counters.findOne({ _id: 'c' })).toEqual({ _id: 'c', n: 500 });
  });

  test('30 transactions that read, compute and write one document lose no step', async () => {
    const counters = await database.fresh([{ _id: 'c', n: 0 }]);
    const step = () =>
      database.client.withSession((session) =>
        session.withTransaction(async () => {
          const counter = await counters.findOne({ _id: 'c' }, { session });
          await counters.updateOne({ _id: 'c' }, { $set: { n: Number(counter?.['n']) + 1 } }, { session });
        }),
      );
    await Promise.all(times(30).map(step));
    expect(await counters.findOne({ _id: 'c' })).toEqual({ _id: 'c', n: 30 });
  });

  test('of 40 who change one order from held to confirmed, one does', async () => {
    const orders = await database.fresh([{ _id: 'o', state: 'held' }]);
    const changes = await Promise.all(
      times(40).map((by) =>
        orders.updateOne({ _id: 'o', state: 'held' }, { $set: { state: 'confirmed', by } }),
      ),
    );
    expect(changes.filter(({ modifiedCount }) => modifiedCount === 1)).toHaveLength(1);
  });

  test('20 workers take 100 jobs, each job once', async () => {
    const jobs = await database.fresh(times(100).map((_id) => ({ _id, state: 'waiting' })));
    const taken: unknown[] = [];
    const work = async (): Promise<void> => {
      for (;;) {
        const job = await jobs.findOneAndUpdate({ state: 'waiting' }, { $set: { state: 'taken' } });
        if (!job && (await jobs.countDocuments({ state: 'waiting' })) === 0) return;
        if (job) taken.push(job._id);
      }
    };
    await Promise.all(times(20).map(work));
    expect(taken.toSorted((a, b) => Number(a) - Number(b))).toEqual(times(100));
  });

  test('40 upserts of one unique value, repeated on conflict, make one document', async () => {
    const members = await database.fresh();
    await members.createIndex({ user: 1 }, { unique: true });
    await Promise.all(
      times(40).map(() =>
        repeatOnConflict(() => members.updateOne({ user: 'u' }, { $inc: { n: 1 } }, { upsert: true })),
      ),
    );
    expect(await members.find({}, { projection: { _id: 0 } }).toArray()).toEqual([{ user: 'u', n: 40 }]);
  });

  test('40 upserts of one id make one document and lose none', async () => {
    const members = await database.fresh();
    await Promise.all(
      times(40).map(() => members.updateOne({ _id: 'm' }, { $inc: { n: 1 } }, { upsert: true })),
    );
    expect(await members.find().toArray()).toEqual([{ _id: 'm', n: 40 }]);
  });

  test('two transactions that take two documents in opposite order both end', async () => {
    const docs = await database.fresh([
      { _id: 'a', n: 0 },
      { _id: 'b', n: 0 },
    ]);
    const take = (first: string, second: string) =>
      database.client.withSession((session) =>
        session.withTransaction(async () => {
          await docs.updateOne({ _id: first }, { $inc: { n: 1 } }, { session });
          await docs.updateOne({ _id: second }, { $inc: { n: 1 } }, { session });
        }),
      );
    await Promise.all(times(10).map((n) => (n % 2 ? take('a', 'b') : take('b', 'a'))));
    expect(await docs.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 'a', n: 10 },
      { _id: 'b', n: 10 },
    ]);
  });
});
