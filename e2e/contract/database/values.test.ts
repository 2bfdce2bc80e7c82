import { Binary, Decimal128, Double, Int32, Long, ObjectId, UUID } from 'mongodb';
import { describe, expect, test } from 'vitest';
import { openDatabase } from './open-database';

const database = openDatabase('values');

describe('types survive', () => {
  test('ObjectId, with its order in time', async () => {
    const [older, newer] = [ObjectId.createFromTime(1_700_000_000), ObjectId.createFromTime(1_700_000_001)];
    const docs = await database.fresh([{ _id: newer }, { _id: older }]);
    const found = await docs.find().sort({ _id: 1 }).toArray();
    expect(found.map(({ _id }) => String(_id))).toEqual([String(older), String(newer)]);
    expect(await docs.findOne({ _id: older })).toEqual({ _id: older });
  });

  test('Date, to the millisecond, before 1970 too', async () => {
    const dates = ['2026-11-20T20:15:00.123Z', '1927-01-10T00:00:00.001Z'].map((text) => new Date(text));
    const docs = await database.fresh([{ _id: 1, dates }]);
    expect((await docs.findOne({ dates: dates[1] }))?.['dates']).toEqual(dates);
  });

  test('Int32, Double, Long and Decimal128 keep their kind and compare by value', async () => {
    const docs = await database.fresh([
      { _id: 1, n: new Int32(7) },
      { _id: 2, n: new Double(7) },
      { _id: 3, n: Long.fromString('9007199254740993') },
      { _id: 4, n: Decimal128.fromString('7.10') },
    ]);
    const kinds = await docs
      .aggregate([{ $sort: { _id: 1 } }, { $project: { kind: { $type: '$n' } } }])
      .toArray();
    expect(kinds.map(({ kind }) => kind as string)).toEqual(['int', 'double', 'long', 'decimal']);
    expect(await docs.countDocuments({ n: 7 })).toBe(2);
    expect(await docs.countDocuments({ n: { $gt: 7, $lt: 8 } })).toBe(1);
    const long = await docs.findOne({ _id: 3 }, { promoteLongs: false });
    expect(String(long?.['n'])).toBe('9007199254740993');
    expect(String((await docs.findOne({ _id: 4 }))?.['n'])).toBe('7.10');
  });

  test('binary data, UUIDs, booleans and patterns', async () => {
    const value = {
      bytes: new Binary(Buffer.from([0, 1, 255])),
      uuid: new UUID(),
      yes: true,
      pattern: /ab+c/i,
    };
    const docs = await database.fresh([{ _id: 1, ...value }]);
    const found = await docs.findOne({ uuid: value.uuid });
    expect(found?.['bytes']).toEqual(value.bytes);
    expect(found?.['yes']).toBe(true);
    expect(String(found?.['pattern'])).toBe('/ab+c/i');
  });

  test('text in every script, and the empty string', async () => {
    const title = 'Żółć 東京物語 🎬 "quoted" \\ \n end';
    const docs = await database.fresh([{ _id: 1, title, empty: '' }]);
    expect(await docs.findOne({ title, empty: '' })).toEqual({ _id: 1, title, empty: '' });
  });

  test('the order of fields, numeric names included', async () => {
    const docs = await database.fresh();
    const fields = new Map<string, unknown>([
      ['_id', 1],
      ['z', 1],
      ['10', 2],
      ['9', 3],
      ['a', 4],
    ]);
    await docs.insertOne(fields as never);
    const names = await docs
      .aggregate([{ $project: { names: { $map: { input: { $objectToArray: '$$ROOT' }, in: '$$this.k' } } } }])
      .toArray();
    expect(names[0]?.['names']).toEqual(['_id', 'z', '10', '9', 'a']);
  });

  test('a document of one megabyte', async () => {
    const text = 'film '.repeat(200_000);
    const docs = await database.fresh([{ _id: 1, text }]);
    expect((await docs.findOne({ _id: 1 }))?.['text']).toBe(text);
  });

  test('a hundred levels of nesting and long arrays', async () => {
    let nested: object = { leaf: true };
    for (let level = 0; level < 90; level += 1) nested = { nested };
    const numbers = Array.from({ length: 5000 }, (_, index) => index);
    const docs = await database.fresh([{ _id: 1, nested, numbers }]);
    expect(await docs.findOne({ numbers: 4999 })).toEqual({ _id: 1, nested, numbers });
  });
});

describe('null, missing and order', () => {
  test('null matches null and missing; $exists and $type tell them apart', async () => {
    const docs = await database.fresh([{ _id: 1, v: null }, { _id: 2 }, { _id: 3, v: 0 }]);
    const ids = async (filter: object): Promise<unknown[]> =>
      (await docs.find(filter).sort({ _id: 1 }).toArray()).map(({ _id }) => _id);
    expect(await ids({ v: null })).toEqual([1, 2]);
    expect(await ids({ v: { $exists: true } })).toEqual([1, 3]);
    expect(await ids({ v: { $type: 'null' } })).toEqual([1]);
    expect(await ids({ v: { $ne: null } })).toEqual([3]);
  });

  test('a comparison stays within its type', async () => {
    const docs = await database.fresh([{ v: 5 }, { v: '5' }, { v: null }, {}, { v: new Date(5) }]);
    expect(await docs.countDocuments({ v: { $gt: 1 } })).toBe(1);
    expect(await docs.countDocuments({ v: { $gte: '' } })).toBe(1);
  });

  test('types sort in the order of BSON, missing first', async () => {
    const docs = await database.fresh([
      { _id: 'date', v: new Date(0) },
      { _id: 'text', v: 'a' },
      { _id: 'number', v: 9 },
      { _id: 'object', v: {} },
      { _id: 'true', v: true },
      { _id: 'null', v: null },
    ]);
    const order = await docs.find().sort({ v: 1 }).toArray();
    expect(order.map(({ _id }) => _id)).toEqual(['null', 'number', 'text', 'object', 'true', 'date']);
  });

  test('text sorts by bytes: capitals first, accents last', async () => {
    const docs = await database.fresh(['b', 'Z', 'é', 'a'].map((_id) => ({ _id })));
    expect((await docs.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual([
      'Z',
      'a',
      'b',
      'é',
    ]);
  });

  test('an embedded document equals only the same fields in the same order', async () => {
    const docs = await database.fresh([{ _id: 1, v: { a: 1, b: 2 } }]);
    expect(await docs.countDocuments({ v: { a: 1, b: 2 } })).toBe(1);
    expect(await docs.countDocuments({ v: { b: 2, a: 1 } })).toBe(0);
    expect(await docs.countDocuments({ 'v.b': 2, 'v.a': 1 })).toBe(1);
  });
});
