import { MongoClient } from 'mongodb';
import { describe, expect, inject, test } from 'vitest';
import { codeOf, openDatabase } from './open-database';

const database = openDatabase('limits');

describe('limits', () => {
  test('a query that takes longer than maxTimeMS is stopped with 50', async () => {
    const docs = await database.fresh(
      Array.from({ length: 3000 }, (_, _id) => ({ _id, k: _id % 3, text: 'x'.repeat(200) })),
    );
    const pipeline = [
      { $lookup: { from: docs.collectionName, localField: 'k', foreignField: 'k', as: 'all' } },
      { $unwind: '$all' },
      { $group: { _id: '$all.text', n: { $sum: 1 } } },
    ];
    expect(await codeOf(docs.aggregate(pipeline, { maxTimeMS: 20 }).toArray())).toBe(50);
    expect(await docs.countDocuments()).toBe(3000);
  });

  test('120 clients at once are all served', async () => {
    const docs = await database.fresh([{ _id: 1 }]);
    const clients = Array.from(
      { length: 120 },
      () => new MongoClient(inject('databaseUri'), { maxPoolSize: 1 }),
    );
    const counts = await Promise.all(
      clients.map((client) => client.db().collection(docs.collectionName).countDocuments()),
    );
    await Promise.all(clients.map((client) => client.close()));
    expect(counts).toEqual(Array.from({ length: 120 }, () => 1));
  });

  test('10,000 documents go in by one insertMany and come out by one find', async () => {
    const docs = await database.fresh(Array.from({ length: 10_000 }, (_, _id) => ({ _id })));
    const ids = (await docs.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id);
    expect(ids).toEqual(Array.from({ length: 10_000 }, (_, n) => n));
  });

  test('an unacknowledged write arrives', async () => {
    const docs = await database.fresh();
    await docs.insertOne({ _id: 1 }, { writeConcern: { w: 0 } });
    await expect.poll(() => docs.countDocuments()).toBe(1);
  });
});
