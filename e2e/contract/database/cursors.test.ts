import { MongoClient, type CommandStartedEvent } from 'mongodb';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openDatabase, type Doc } from './open-database';
import type { Collection } from 'mongodb';

const database = openDatabase('cursors');
const watched = new MongoClient(inject('databaseUri'), { monitorCommands: true });
const commands: string[] = [];
let numbers: Collection<Doc>;

beforeAll(async () => {
  const made = await database.fresh(Array.from({ length: 1000 }, (_, _id) => ({ _id, group: _id % 7 })));
  watched.on('commandStarted', (event: CommandStartedEvent) => commands.push(event.commandName));
  numbers = watched.db().collection<Doc>(made.collectionName);
});
afterAll(() => watched.close());

const thousand = Array.from({ length: 1000 }, (_, index) => index);

describe('cursors', () => {
  test('1,000 documents come in pages of 100, each once', async () => {
    commands.length = 0;
    const ids = (await numbers.find().batchSize(100).toArray()).map(({ _id }) => Number(_id));
    expect(ids.toSorted((a, b) => a - b)).toEqual(thousand);
    expect(commands.filter((name) => name === 'find')).toHaveLength(1);
    expect(commands.filter((name) => name === 'getMore').length).toBeGreaterThanOrEqual(9);
  });

  test('pages of a sort that no index serves keep the order', async () => {
    const found = await numbers.find().sort({ group: -1, _id: 1 }).batchSize(90).toArray();
    const expected = thousand.toSorted((a, b) => (b % 7) - (a % 7) || a - b);
    expect(found.map(({ _id }) => _id)).toEqual(expected);
  });

  test('an aggregation comes in pages too', async () => {
    const cursor = numbers.aggregate([{ $match: { group: { $ne: 3 } } }, { $sort: { _id: 1 } }], {
      batchSize: 50,
    });
    const ids = (await cursor.toArray()).map((doc) => Number(doc['_id']));
    expect(ids).toEqual(thousand.filter((id) => id % 7 !== 3));
  });

  test('two cursors read side by side do not disturb each other', async () => {
    const up = numbers.find().sort({ _id: 1 }).batchSize(10);
    const down = numbers.find().sort({ _id: -1 }).batchSize(10);
    for (let step = 0; step < 100; step += 1) {
      expect([(await up.next())?._id, (await down.next())?._id]).toEqual([step, 999 - step]);
    }
    await Promise.all([up.close(), down.close()]);
  });

  test('a cursor that is closed early is taken down on the server', async () => {
    commands.length = 0;
    const cursor = numbers.find().batchSize(10);
    await cursor.next();
    await cursor.close();
    expect(commands).toContain('killCursors');
    expect(await numbers.countDocuments()).toBe(1000);
  });

  test('documents written while a cursor is open do not break it', async () => {
    const docs = await database.fresh(Array.from({ length: 300 }, (_, _id) => ({ _id })));
    const seen: unknown[] = [];
    for await (const doc of docs.find({ _id: { $lt: 300 } } as object).batchSize(20)) {
      seen.push(doc._id);
      if (seen.length % 50 === 0) await docs.insertOne({ _id: 1000 + seen.length });
    }
    expect(seen).toHaveLength(300);
  });

  test('keyset pages by a plain $lt read every document once', async () => {
    const pages: number[] = [];
    let last = Number.POSITIVE_INFINITY;
    for (;;) {
      const page = await numbers
        .find({ _id: { $lt: last } } as object)
        .sort({ _id: -1 })
        .limit(300)
        .toArray();
      if (page.length === 0) break;
      pages.push(page.length);
      last = Number(page.at(-1)?._id);
    }
    expect(pages).toEqual([300, 300, 300, 100]);
  });

  test('a prefix is a range of text', async () => {
    const films = await database.fresh(['alien', 'aliens', 'alice', 'brazil', 'alp'].map((_id) => ({ _id })));
    const found = await films
      .find({ _id: { $gte: 'ali', $lt: 'ali\uffff' } } as object)
      .sort({ _id: 1 })
      .toArray();
    expect(found.map(({ _id }) => _id)).toEqual(['alice', 'alien', 'aliens']);
  });
});
