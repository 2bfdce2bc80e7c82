import { describe, expect, test } from 'vitest';
import { openDatabase } from './open-database';

const database = openDatabase('joins');

describe('joining', () => {
  test('$lookup by a field', async () => {
    const films = await database.fresh([{ _id: 'm', title: 'M' }]);
    const screenings = await database.fresh([
      { _id: 1, film: 'm' },
      { _id: 2, film: 'unknown' },
    ]);
    const joined = await screenings
      .aggregate([
        { $lookup: { from: films.collectionName, localField: 'film', foreignField: '_id', as: 'film' } },
        { $sort: { _id: 1 } },
      ])
      .toArray();
    expect(joined).toEqual([
      { _id: 1, film: [{ _id: 'm', title: 'M' }] },
      { _id: 2, film: [] },
    ]);
  });

  test('$lookup by a pipeline with variables', async () => {
    const comments = await database.fresh([
      { _id: 1, film: 'm', stars: 2 },
      { _id: 2, film: 'm', stars: 5 },
      { _id: 3, film: 'x', stars: 5 },
    ]);
    const films = await database.fresh([{ _id: 'm', least: 3 }]);
    const pipeline = [
      { $match: { $expr: { $and: [{ $eq: ['$film', '$$film'] }, { $gte: ['$stars', '$$least'] }] } } },
      { $project: { stars: 1 } },
    ];
    const joined = await films
      .aggregate([
        {
          $lookup: {
            from: comments.collectionName,
            let: { film: '$_id', least: '$least' },
            pipeline,
            as: 'good',
          },
        },
      ])
      .toArray();
    expect(joined).toEqual([{ _id: 'm', least: 3, good: [{ _id: 2, stars: 5 }] }]);
  });

  test('$lookup by a field with a pipeline that sorts and limits', async () => {
    const replies = await database.fresh([
      { _id: 1, to: 'c' },
      { _id: 2, to: 'c' },
      { _id: 3, to: 'c' },
    ]);
    const comments = await database.fresh([{ _id: 'c' }]);
    const joined = await comments
      .aggregate([
        {
          $lookup: {
            from: replies.collectionName,
            localField: '_id',
            foreignField: 'to',
            pipeline: [{ $sort: { _id: -1 } }, { $limit: 2 }],
            as: 'replies',
          },
        },
      ])
      .toArray();
    expect(joined[0]?.['replies']).toEqual([
      { _id: 3, to: 'c' },
      { _id: 2, to: 'c' },
    ]);
  });

  test('$unionWith puts another collection after the first', async () => {
    const other = await database.fresh([{ _id: 3 }, { _id: 4 }]);
    const first = await database.fresh([{ _id: 1 }]);
    const pipeline = [{ $match: { _id: { $gt: 3 } } }];
    const all = await first.aggregate([{ $unionWith: { coll: other.collectionName, pipeline } }]).toArray();
    expect(all.map(({ _id }) => Number(_id))).toEqual([1, 4]);
  });

  test('$merge updates what is there and inserts what is not', async () => {
    const totals = await database.fresh([{ _id: 'm', sold: 1, note: 'kept' }]);
    const screenings = await database.fresh([
      { film: 'm', sold: 10 },
      { film: 'm', sold: 30 },
      { film: 'metropolis', sold: 20 },
    ]);
    await screenings
      .aggregate([
        { $group: { _id: '$film', sold: { $sum: '$sold' } } },
        { $merge: { into: totals.collectionName, whenMatched: 'merge', whenNotMatched: 'insert' } },
      ])
      .toArray();
    expect(await totals.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 'm', sold: 40, note: 'kept' },
      { _id: 'metropolis', sold: 20 },
    ]);
  });
});
