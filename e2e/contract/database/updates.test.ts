import { describe, expect, test } from 'vitest';
import { codeOf, openDatabase } from './open-database';

const database = openDatabase('updates');

describe('findOneAnd…', () => {
  test('findOneAndUpdate answers the document before or after', async () => {
    const films = await database.fresh([{ _id: 1, n: 1 }]);
    expect(await films.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } })).toEqual({ _id: 1, n: 1 });
    const after = await films.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } }, { returnDocument: 'after' });
    expect(after).toEqual({ _id: 1, n: 3 });
  });

  test('findOneAndUpdate is null when nothing matches, and upserts when asked', async () => {
    const films = await database.fresh();
    expect(await films.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } })).toBeNull();
    const made = await films.findOneAndUpdate(
      { _id: 1 },
      { $inc: { n: 1 }, $setOnInsert: { fresh: true } },
      { upsert: true, returnDocument: 'after' },
    );
    expect(made).toEqual({ _id: 1, n: 1, fresh: true });
  });

  test('findOneAndUpdate takes the first in the order given', async () => {
    const jobs = await database.fresh([
      { _id: 1, due: 3 },
      { _id: 2, due: 1 },
      { _id: 3, due: 2 },
    ]);
    const taken = await jobs.findOneAndUpdate(
      { taken: null },
      { $set: { taken: true } },
      { sort: { due: 1 } },
    );
    expect(taken?._id).toBe(2);
  });

  test('findOneAndDelete and findOneAndReplace answer the old document', async () => {
    const films = await database.fresh([
      { _id: 1, n: 1 },
      { _id: 2, n: 2 },
    ]);
    expect(await films.findOneAndDelete({ _id: 1 })).toEqual({ _id: 1, n: 1 });
    expect(await films.findOneAndReplace({ _id: 2 }, { m: 3 })).toEqual({ _id: 2, n: 2 });
    expect(await films.find().toArray()).toEqual([{ _id: 2, m: 3 }]);
  });
});

describe('pipelines as updates', () => {
  test('a pipeline computes a field from the others', async () => {
    const films = await database.fresh([{ _id: 1, price: 900, reduced: null }]);
    await films.updateOne({ _id: 1 }, [
      { $set: { reduced: { $subtract: ['$price', 200] } } },
      { $unset: 'price' },
    ]);
    expect(await films.findOne({ _id: 1 })).toEqual({ _id: 1, reduced: 700 });
  });

  test('a pipeline upsert keeps the newer observation only', async () => {
    const members = await database.fresh();
    const observe = (name: string, at: number) =>
      members.updateOne(
        { _id: 'm' },
        [{ $replaceWith: { $cond: [{ $gt: ['$at', at] }, '$$ROOT', { _id: 'm', name, at }] } }],
        { upsert: true },
      );
    await observe('second', 2);
    await observe('first', 1);
    expect(await members.findOne({ _id: 'm' })).toEqual({ _id: 'm', name: 'second', at: 2 });
    await observe('third', 3);
    expect(await members.findOne({ _id: 'm' })).toEqual({ _id: 'm', name: 'third', at: 3 });
  });

  test('$$NOW is the time of the server', async () => {
    const films = await database.fresh([{ _id: 1 }]);
    const serverNow = async () => Number((await database.db.command({ hello: 1 }))['localTime']);
    const before = await serverNow();
    await films.updateOne({ _id: 1 }, [{ $set: { at: '$$NOW' } }]);
    const at = Number((await films.findOne({ _id: 1 }))?.['at']);
    const after = await serverNow();
    expect([before, at, after].toSorted((a, b) => a - b)).toEqual([before, at, after]);
  });
});

describe('arrays', () => {
  test('$push with $each, $sort and $slice keeps the newest few', async () => {
    const members = await database.fresh([{ _id: 1, seen: [5, 1] }]);
    await members.updateOne({ _id: 1 }, {
      $push: { seen: { $each: [9, 3], $sort: -1, $slice: 3 } },
    } as object);
    expect((await members.findOne({ _id: 1 }))?.['seen']).toEqual([9, 5, 3]);
    await members.updateOne({ _id: 1 }, {
      $push: { seen: { $each: [7], $position: 0, $slice: -3 } },
    } as object);
    expect((await members.findOne({ _id: 1 }))?.['seen']).toEqual([9, 5, 3]);
  });

  test('$addToSet adds what is missing, $pull removes what matches', async () => {
    const members = await database.fresh([{ _id: 1, tags: ['a'], n: [1, 5, 9] }]);
    await members.updateOne({ _id: 1 }, {
      $addToSet: { tags: { $each: ['a', 'b'] } },
      $pull: { n: { $gt: 4 } },
    } as object);
    expect(await members.findOne({ _id: 1 })).toEqual({ _id: 1, tags: ['a', 'b'], n: [1] });
  });

  test('the positional operator changes the element that matched', async () => {
    const orders = await database.fresh([
      {
        _id: 1,
        seats: [
          { id: 'A1', paid: false },
          { id: 'A2', paid: false },
        ],
      },
    ]);
    await orders.updateOne({ _id: 1, 'seats.id': 'A2' }, { $set: { 'seats.$.paid': true } });
    expect((await orders.findOne({ _id: 1 }))?.['seats']).toEqual([
      { id: 'A1', paid: false },
      { id: 'A2', paid: true },
    ]);
  });

  test('array filters change every element they name', async () => {
    const orders = await database.fresh([{ _id: 1, seats: [{ p: 5 }, { p: 9 }, { p: 12 }] }]);
    await orders.updateOne(
      { _id: 1 },
      { $set: { 'seats.$[dear].reduced': true } },
      { arrayFilters: [{ 'dear.p': { $gte: 9 } }] },
    );
    await orders.updateOne({ _id: 1 }, { $inc: { 'seats.$[].p': 1 } });
    expect((await orders.findOne({ _id: 1 }))?.['seats']).toEqual([
      { p: 6 },
      { p: 10, reduced: true },
      { p: 13, reduced: true },
    ]);
  });
});

describe('bulkWrite', () => {
  test('a bulk of all kinds runs in order and counts each', async () => {
    const films = await database.fresh([{ _id: 1 }, { _id: 2 }, { _id: 3 }]);
    const result = await films.bulkWrite([
      { insertOne: { document: { _id: 4 } } },
      { updateOne: { filter: { _id: 4 }, update: { $set: { n: 1 } } } },
      { updateMany: { filter: { _id: { $in: [1, 2] } }, update: { $set: { n: 2 } } } },
      { replaceOne: { filter: { _id: 3 }, replacement: { n: 3 } } },
      { updateOne: { filter: { _id: 5 }, update: { $set: { n: 5 } }, upsert: true } },
      { deleteOne: { filter: { _id: 1 } } },
    ]);
    expect([result.insertedCount, result.modifiedCount, result.deletedCount]).toEqual([1, 4, 1]);
    expect(result.upsertedIds).toEqual({ 4: 5 });
    expect(await films.find().sort({ _id: 1 }).toArray()).toEqual(
      [2, 3, 1, 5].map((n, i) => ({ _id: i + 2, n })),
    );
  });

  test('an unordered bulk tells which operation failed and does the rest', async () => {
    const films = await database.fresh([{ _id: 1 }]);
    const failure = await films
      .bulkWrite(
        [0, 1, 2].map((_id) => ({ insertOne: { document: { _id } } })),
        { ordered: false },
      )
      .catch((error: { writeErrors: { index: number; code: number }[] }) => error);
    expect(failure).toMatchObject({ code: 11000, writeErrors: [{ index: 1, code: 11000 }] });
    expect(await films.countDocuments()).toBe(3);
  });
});

describe('refusals', () => {
  test('each wrong update has its own code', async () => {
    const films = await database.fresh([{ _id: 1, title: 'M' }]);
    const refused = (update: object): Promise<number> => codeOf(films.updateOne({ _id: 1 }, update));
    expect(await refused({ $inc: { title: 1 } })).toBe(14);
    expect(await refused({ $set: { a: 1 }, $inc: { a: 1 } })).toBe(40);
    expect(await refused({ $set: { _id: 2 } })).toBe(66);
    expect(await refused({ $frobnicate: { a: 1 } })).toBe(9);
  });

  test('an unknown query operator and an unknown command are refused', async () => {
    const films = await database.fresh([{ _id: 1 }]);
    expect(await codeOf(films.findOne({ a: { $frobnicate: 1 } }))).toBe(2);
    expect(await codeOf(database.db.command({ frobnicate: 1 }))).toBe(59);
  });
});
