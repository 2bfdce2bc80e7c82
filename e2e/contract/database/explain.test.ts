import type { Collection } from 'mongodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { planOf } from './plan';
import { openDatabase, type Doc } from './open-database';

const database = openDatabase('explain');
let comments: Collection<Doc>;

beforeAll(async () => {
  comments = await database.fresh();
  await comments.createIndexes([
    { key: { film: 1, at: -1 }, name: 'film_newest' },
    { key: { slug: 1 }, name: 'slug', unique: true },
    { key: { author: 1 }, name: 'held', partialFilterExpression: { state: 'held' } },
    { key: { tags: 1 }, name: 'tags' },
  ]);
  await comments.insertMany(
    Array.from({ length: 2000 }, (_, n) => ({
      _id: n,
      film: `film-${n % 40}`,
      at: new Date(1_700_000_000_000 + n * 1000),
      slug: `slug-${String(n).padStart(5, '0')}`,
      author: n % 90,
      state: n % 10 === 0 ? 'held' : 'free',
      tags: [`t${n % 30}`, `t${n % 7}`],
      body: 'x'.repeat(200),
    })),
  );
});

describe('reads that an index serves', () => {
  test('equality and sort come from one compound index, without sorting afterwards', async () => {
    const plan = planOf(await comments.find({ film: 'film-3' }).sort({ at: -1 }).limit(20).explain());
    expect(plan).toEqual({ usesIndex: true, indexNames: ['film_newest'], sorts: false });
  });

  test('a keyset page by a plain $lt', async () => {
    const filter = { film: 'film-3', at: { $lt: new Date(1_700_001_000_000) } };
    const plan = planOf(await comments.find(filter).sort({ at: -1 }).limit(20).explain());
    expect(plan).toEqual({ usesIndex: true, indexNames: ['film_newest'], sorts: false });
  });

  test('the first page of everything in the order of an index', async () => {
    const plan = planOf(await comments.find({}).sort({ slug: 1 }).limit(20).explain());
    expect(plan).toEqual({ usesIndex: true, indexNames: ['slug'], sorts: false });
  });

  test('a prefix as a range', async () => {
    const plan = planOf(await comments.find({ slug: { $gte: 'slug-001', $lt: 'slug-002' } }).explain());
    expect(plan).toMatchObject({ usesIndex: true, indexNames: ['slug'] });
  });

  test('an anchored pattern', async () => {
    expect(planOf(await comments.find({ slug: /^slug-0012/ }).explain())).toMatchObject({
      usesIndex: true,
      indexNames: ['slug'],
    });
  });

  test('an id, and 50 ids', async () => {
    expect(planOf(await comments.find({ _id: 7 }).explain()).usesIndex).toBe(true);
    const ids = Array.from({ length: 50 }, (_, n) => n * 3);
    expect(planOf(await comments.find({ _id: { $in: ids } }).explain()).usesIndex).toBe(true);
  });

  test('a value in an array', async () => {
    expect(planOf(await comments.find({ tags: 't5' }).explain())).toMatchObject({
      usesIndex: true,
      indexNames: ['tags'],
    });
  });

  test('a partial index, for its own documents only', async () => {
    const held = planOf(await comments.find({ author: 3, state: 'held' }).explain());
    expect(held).toMatchObject({ usesIndex: true, indexNames: ['held'] });
    expect(planOf(await comments.find({ author: 3 }).explain()).usesIndex).toBe(false);
  });

  test('an aggregation that begins with $match', async () => {
    const pipeline = [{ $match: { film: 'film-3' } }, { $group: { _id: '$author', n: { $sum: 1 } } }];
    expect(planOf(await comments.aggregate(pipeline).explain())).toMatchObject({
      usesIndex: true,
      indexNames: ['film_newest'],
    });
  });
});

describe('reads that no index serves', () => {
  test('an unindexed field reads the whole collection', async () => {
    expect(planOf(await comments.find({ body: 'y' }).explain())).toMatchObject({
      usesIndex: false,
      indexNames: [],
    });
  });

  test('the second field of a compound index alone is no way in', async () => {
    const plan = planOf(await comments.aggregate([{ $match: { state: 'free' } }]).explain());
    expect(plan.usesIndex).toBe(false);
  });

  test('a sort by an unindexed field is one', async () => {
    expect(planOf(await comments.find({ film: 'film-3' }).sort({ body: 1 }).explain()).sorts).toBe(true);
  });
});
