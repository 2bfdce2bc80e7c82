import { describe, expect, test } from 'vitest';
import { codeOf, openDatabase } from './open-database';

const database = openDatabase('crud');

describe('insert and find', () => {
  test('a document comes back as it was written', async () => {
    const films = await database.fresh();
    const inserted = await films.insertOne({
      _id: 'metropolis',
      title: 'Metropolis',
      cast: ['Brigitte Helm'],
    });
    expect(inserted.insertedId).toBe('metropolis');
    expect(await films.findOne({ _id: 'metropolis' })).toEqual({
      _id: 'metropolis',
      title: 'Metropolis',
      cast: ['Brigitte Helm'],
    });
  });

  test('an ordered insertMany stops at the first duplicate', async () => {
    const films = await database.fresh([{ _id: 2 }]);
    expect(await codeOf(films.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3 }]))).toBe(11000);
    expect(await films.find().sort({ _id: 1 }).toArray()).toEqual([{ _id: 1 }, { _id: 2 }]);
  });

  test('an unordered insertMany inserts all but the duplicate', async () => {
    const films = await database.fresh([{ _id: 2 }]);
    const outcome = films.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3 }], { ordered: false });
    expect(await codeOf(outcome)).toBe(11000);
    expect(await films.find().sort({ _id: 1 }).toArray()).toEqual([{ _id: 1 }, { _id: 2 }, { _id: 3 }]);
  });

  test('filters combine comparison, logic, arrays, existence and patterns', async () => {
    const films = await database.fresh([
      { _id: 1, year: 1927, genres: ['drama', 'sci-fi'], credits: [{ role: 'director', name: 'Lang' }] },
      { _id: 2, year: 1931, genres: ['crime'], credits: [{ role: 'writer', name: 'Lang' }], restored: true },
      { _id: 3, year: 1960, genres: [], credits: [] },
    ]);
    const ids = async (filter: object): Promise<unknown[]> =>
      (await films.find(filter).sort({ _id: 1 }).toArray()).map((film) => film._id);
    expect(await ids({ year: { $gte: 1927, $lt: 1960 } })).toEqual([1, 2]);
    expect(await ids({ $or: [{ year: 1927 }, { restored: true }] })).toEqual([1, 2]);
    expect(await ids({ genres: { $all: ['sci-fi', 'drama'] } })).toEqual([1]);
    expect(await ids({ genres: { $size: 0 } })).toEqual([3]);
    expect(await ids({ credits: { $elemMatch: { role: 'director', name: 'Lang' } } })).toEqual([1]);
    expect(await ids({ restored: { $exists: false } })).toEqual([1, 3]);
    expect(await ids({ 'credits.name': /^la/i })).toEqual([1, 2]);
    expect(await ids({ year: { $nin: [1927, 1931] } })).toEqual([3]);
    expect(await ids({ year: { $not: { $gt: 1930 } } })).toEqual([1]);
    expect(await ids({ $expr: { $gt: [{ $size: '$genres' }, 1] } })).toEqual([1]);
  });

  test('a projection includes, excludes and reaches into documents', async () => {
    const films = await database.fresh([{ _id: 1, title: 'M', facts: { year: 1931, minutes: 117 } }]);
    expect(await films.findOne({}, { projection: { title: 1, _id: 0 } })).toEqual({ title: 'M' });
    expect(await films.findOne({}, { projection: { 'facts.year': 1 } })).toEqual({
      _id: 1,
      facts: { year: 1931 },
    });
    expect(await films.findOne({}, { projection: { facts: 0 } })).toEqual({ _id: 1, title: 'M' });
  });

  test('sort, skip and limit cut a page out of the whole', async () => {
    const films = await database.fresh([3, 1, 5, 2, 4].map((n) => ({ _id: n, group: n % 2 })));
    const page = await films.find().sort({ group: -1, _id: 1 }).skip(1).limit(3).toArray();
    expect(page.map((film) => film._id)).toEqual([3, 5, 2]);
  });

  test('counts and distinct values are exact', async () => {
    const films = await database.fresh([{ genres: ['a', 'b'] }, { genres: ['b'] }, { genres: ['c'] }]);
    expect(await films.countDocuments({ genres: 'b' })).toBe(2);
    expect(await films.estimatedDocumentCount()).toBe(3);
    expect((await films.distinct('genres')).toSorted()).toEqual(['a', 'b', 'c']);
  });

  test('a collection that does not exist is empty', async () => {
    const nothing = database.db.collection('crud_never_made');
    expect(await nothing.find().toArray()).toEqual([]);
    expect(await nothing.countDocuments()).toBe(0);
  });
});

describe('update, replace, delete', () => {
  test('the update operators do what they are called', async () => {
    const films = await database.fresh([
      { _id: 1, seats: 10, low: 5, high: 5, factor: 3, old: 'x', gone: true },
    ]);
    await films.updateOne(
      { _id: 1 },
      {
        $set: { 'place.row': 4 },
        $inc: { seats: -3 },
        $min: { low: 2 },
        $max: { high: 9 },
        $mul: { factor: 2 },
        $rename: { old: 'renamed' },
        $unset: { gone: '' },
        $currentDate: { at: true },
      },
    );
    const { at, ...rest } = (await films.findOne({ _id: 1 })) ?? { at: null };
    expect(rest).toEqual({ _id: 1, seats: 7, low: 2, high: 9, factor: 6, renamed: 'x', place: { row: 4 } });
    expect(at).toBeInstanceOf(Date);
  });

  test('updateMany tells matched from modified', async () => {
    const films = await database.fresh([{ state: 'on' }, { state: 'off' }, { state: 'off' }]);
    const changed = await films.updateMany({}, { $set: { state: 'off' } });
    expect([changed.matchedCount, changed.modifiedCount]).toEqual([3, 1]);
  });

  test('a conditional update changes nothing when its condition fails', async () => {
    const orders = await database.fresh([{ _id: 1, state: 'cancelled' }]);
    const changed = await orders.updateOne({ _id: 1, state: 'held' }, { $set: { state: 'confirmed' } });
    expect([changed.matchedCount, changed.modifiedCount]).toEqual([0, 0]);
    expect(await orders.findOne({ _id: 1 })).toEqual({ _id: 1, state: 'cancelled' });
  });

  test('replaceOne leaves nothing of the old document but its id', async () => {
    const films = await database.fresh([{ _id: 1, a: 1, b: 2 }]);
    await films.replaceOne({ _id: 1 }, { c: 3 });
    expect(await films.findOne({ _id: 1 })).toEqual({ _id: 1, c: 3 });
  });

  test('deleteOne takes one, deleteMany all that match', async () => {
    const films = await database.fresh([{ k: 1 }, { k: 1 }, { k: 1 }, { k: 2 }]);
    expect((await films.deleteOne({ k: 1 })).deletedCount).toBe(1);
    expect((await films.deleteMany({ k: 1 })).deletedCount).toBe(2);
    expect(await films.countDocuments()).toBe(1);
  });

  test('an upsert inserts with $setOnInsert once and updates afterwards', async () => {
    const members = await database.fresh();
    const upsert = (name: string) =>
      members.updateOne(
        { _id: 'm1' },
        { $set: { name }, $setOnInsert: { firstName: name } },
        { upsert: true },
      );
    expect((await upsert('Ann')).upsertedId).toBe('m1');
    expect((await upsert('Bea')).upsertedCount).toBe(0);
    expect(await members.findOne({ _id: 'm1' })).toEqual({ _id: 'm1', firstName: 'Ann', name: 'Bea' });
  });
});
