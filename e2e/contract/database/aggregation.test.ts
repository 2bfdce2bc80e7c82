import { describe, expect, test } from 'vitest';
import { openDatabase } from './open-database';

const database = openDatabase('aggregation');

const SCREENINGS = [
  { _id: 1, film: 'm', auditorium: 'one', sold: 10, start: new Date('2026-11-20T19:00:00Z') },
  { _id: 2, film: 'm', auditorium: 'two', sold: 30, start: new Date('2026-11-20T23:30:00Z') },
  { _id: 3, film: 'metropolis', auditorium: 'one', sold: 20, start: new Date('2026-11-21T19:00:00Z') },
];

describe('grouping', () => {
  test('$group sums, averages, counts and collects', async () => {
    const screenings = await database.fresh(SCREENINGS);
    const groups = await screenings
      .aggregate([
        { $sort: { _id: 1 } },
        {
          $group: {
            _id: '$film',
            sold: { $sum: '$sold' },
            mean: { $avg: '$sold' },
            most: { $max: '$sold' },
            count: { $sum: 1 },
            rooms: { $push: '$auditorium' },
            first: { $first: '$_id' },
          },
        },
        { $sort: { _id: 1 } },
      ])
      .toArray();
    expect(groups).toEqual([
      { _id: 'm', sold: 40, mean: 20, most: 30, count: 2, rooms: ['one', 'two'], first: 1 },
      { _id: 'metropolis', sold: 20, mean: 20, most: 20, count: 1, rooms: ['one'], first: 3 },
    ]);
  });

  test('$group by nothing, $count and $sortByCount', async () => {
    const screenings = await database.fresh(SCREENINGS);
    expect(await screenings.aggregate([{ $group: { _id: null, n: { $sum: '$sold' } } }]).toArray()).toEqual([
      { _id: null, n: 60 },
    ]);
    expect(await screenings.aggregate([{ $match: { film: 'm' } }, { $count: 'n' }]).toArray()).toEqual([
      { n: 2 },
    ]);
    const [most] = await screenings.aggregate([{ $sortByCount: '$auditorium' }]).toArray();
    expect(most).toEqual({ _id: 'one', count: 2 });
  });

  test('$facet answers several questions at once', async () => {
    const screenings = await database.fresh(SCREENINGS);
    const [facets] = await screenings
      .aggregate([
        {
          $facet: {
            page: [{ $sort: { sold: -1 } }, { $limit: 1 }, { $project: { sold: 1 } }],
            total: [{ $count: 'n' }],
          },
        },
      ])
      .toArray();
    expect(facets).toEqual({ page: [{ _id: 2, sold: 30 }], total: [{ n: 3 }] });
  });

  test('days are those of a time zone', async () => {
    const screenings = await database.fresh(SCREENINGS);
    const days = await screenings
      .aggregate([
        {
          $group: {
            _id: { $dateToString: { date: '$start', format: '%Y-%m-%d', timezone: 'Europe/Berlin' } },
            n: { $sum: 1 },
          },
        },
        { $sort: { _id: 1 } },
      ])
      .toArray();
    expect(days).toEqual([
      { _id: '2026-11-20', n: 1 },
      { _id: '2026-11-21', n: 2 },
    ]);
  });
});

describe('shaping', () => {
  test('$unwind, $replaceRoot and $set take documents apart', async () => {
    const orders = await database.fresh([
      {
        _id: 1,
        seats: [
          { id: 'A1', price: 900 },
          { id: 'A2', price: 700 },
        ],
      },
    ]);
    const seats = await orders
      .aggregate([
        { $unwind: { path: '$seats', includeArrayIndex: 'n' } },
        { $replaceRoot: { newRoot: { $mergeObjects: ['$seats', { n: '$n' }] } } },
        { $set: { euros: { $divide: ['$price', 100] } } },
        { $unset: 'price' },
      ])
      .toArray();
    expect(seats.map((seat) => [seat['id'], Number(seat['n']), seat['euros']])).toEqual([
      ['A1', 0, 9],
      ['A2', 1, 7],
    ]);
  });

  test('expressions choose, default, map, filter and reduce', async () => {
    const docs = await database.fresh([{ _id: 1, prices: [5, 9, 12], name: null }]);
    const [shaped] = await docs
      .aggregate([
        {
          $project: {
            name: { $ifNull: ['$name', 'Member'] },
            dear: { $filter: { input: '$prices', cond: { $gt: ['$$this', 8] } } },
            doubled: { $map: { input: '$prices', as: 'p', in: { $multiply: ['$$p', 2] } } },
            total: { $reduce: { input: '$prices', initialValue: 0, in: { $add: ['$$value', '$$this'] } } },
            size: { $cond: [{ $gt: [{ $size: '$prices' }, 2] }, 'many', 'few'] },
          },
        },
      ])
      .toArray();
    expect(shaped).toEqual({
      _id: 1,
      name: 'Member',
      dear: [9, 12],
      doubled: [10, 18, 24],
      total: 26,
      size: 'many',
    });
  });
});
