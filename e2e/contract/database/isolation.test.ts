import { MongoClient } from 'mongodb';
import { describe, expect, inject, test } from 'vitest';
import { openDatabase } from './open-database';

const database = openDatabase('isolation');

describe('isolation', () => {
  test('a transaction keeps seeing the state in which it began', async () => {
    const docs = await database.fresh([{ _id: 1, n: 1 }]);
    await database.client.withSession(async (session) => {
      session.startTransaction({ readConcern: { level: 'snapshot' } });
      expect(await docs.countDocuments({}, { session })).toBe(1);
      await docs.insertOne({ _id: 2 });
      await docs.updateOne({ _id: 1 }, { $set: { n: 2 } });
      expect(await docs.findOne({ _id: 1 }, { session })).toEqual({ _id: 1, n: 1 });
      expect(await docs.countDocuments({}, { session })).toBe(1);
      await session.commitTransaction();
    });
    expect(await docs.countDocuments()).toBe(2);
  });

  test('a client that goes away in the middle leaves nothing and blocks nobody', async () => {
    const seats = await database.fresh([{ _id: 'A1', n: 0 }]);
    const other = new MongoClient(inject('databaseUri'));
    const session = other.startSession();
    session.startTransaction();
    const theirs = other.db().collection<{ _id: string; n: number }>(seats.collectionName);
    await theirs.updateOne({ _id: 'A1' }, { $inc: { n: 100 } }, { session });
    await other.close(true);
    await seats.updateOne({ _id: 'A1' }, { $inc: { n: 1 } });
    expect(await seats.findOne({ _id: 'A1' })).toEqual({ _id: 'A1', n: 1 });
  });

  test('a session runs one transaction after another', async () => {
    const docs = await database.fresh();
    await database.client.withSession(async (session) => {
      for (const _id of [1, 2, 3]) {
        session.startTransaction();
        await docs.insertOne({ _id }, { session });
        if (_id === 2) await session.abortTransaction();
        else await session.commitTransaction();
      }
    });
    expect(await docs.find().sort({ _id: 1 }).toArray()).toEqual([{ _id: 1 }, { _id: 3 }]);
  });

  test('committing twice is the same as once', async () => {
    const docs = await database.fresh();
    await database.client.withSession(async (session) => {
      session.startTransaction();
      await docs.insertOne({ _id: 1 }, { session });
      await session.commitTransaction();
      await session.commitTransaction();
    });
    expect(await docs.countDocuments()).toBe(1);
  });

  test('withTransaction answers what its function answers, and passes its error on', async () => {
    const docs = await database.fresh();
    await database.client.withSession(async (session) => {
      const answer = await session.withTransaction(async () => {
        await docs.insertOne({ _id: 1 }, { session });
        return 'sold';
      });
      expect(answer).toBe('sold');
      const refused = session.withTransaction(async () => {
        await docs.insertOne({ _id: 2 }, { session });
        throw new Error('no such screening');
      });
      await expect(refused).rejects.toThrow('no such screening');
    });
    expect(await docs.find().toArray()).toEqual([{ _id: 1 }]);
  });
});
