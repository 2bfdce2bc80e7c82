import { describe, expect, test } from 'vitest';
import { codeOf, openDatabase } from './open-database';

const database = openDatabase('indexes');

describe('unique indexes', () => {
  test('a second document with the same value is refused with 11000', async () => {
    const films = await database.fresh([{ slug: 'm' }]);
    await films.createIndex({ slug: 1 }, { unique: true });
    expect(await codeOf(films.insertOne({ slug: 'm' }))).toBe(11000);
    await films.insertOne({ slug: 'n' });
    expect(await codeOf(films.updateOne({ slug: 'n' }, { $set: { slug: 'm' } }))).toBe(11000);
  });

  test('a compound one looks at all its fields', async () => {
    const keys = await database.fresh([{ member: 1, key: 'a' }]);
    await keys.createIndex({ member: 1, key: 1 }, { unique: true });
    await keys.insertMany([
      { member: 1, key: 'b' },
      { member: 2, key: 'a' },
    ]);
    expect(await codeOf(keys.insertOne({ member: 2, key: 'a' }))).toBe(11000);
  });

  test('a partial one binds only the documents of its filter', async () => {
    const orders = await database.fresh();
    await orders.createIndex({ seat: 1 }, { unique: true, partialFilterExpression: { state: 'held' } });
    await orders.insertMany([
      { seat: 'A1', state: 'cancelled' },
      { seat: 'A1', state: 'cancelled' },
      { seat: 'A1', state: 'held' },
    ]);
    expect(await codeOf(orders.insertOne({ seat: 'A1', state: 'held' }))).toBe(11000);
    expect(await codeOf(orders.updateMany({ state: 'cancelled' }, { $set: { state: 'held' } }))).toBe(11000);
  });

  test('a sparse one lets any number of documents go without the field', async () => {
    const members = await database.fresh();
    await members.createIndex({ slack: 1 }, { unique: true, sparse: true });
    await members.insertMany([{}, {}, { slack: 'u1' }]);
    expect(await codeOf(members.insertOne({ slack: 'u1' }))).toBe(11000);
  });

  test('one over an array refuses a value that any other array has', async () => {
    const films = await database.fresh([{ slugs: ['a', 'b'] }]);
    await films.createIndex({ slugs: 1 }, { unique: true });
    expect(await codeOf(films.insertOne({ slugs: ['c', 'b'] }))).toBe(11000);
  });

  test('it cannot be made over values that are there twice', async () => {
    const films = await database.fresh([{ slug: 'm' }, { slug: 'm' }]);
    expect(await codeOf(films.createIndex({ slug: 1 }, { unique: true }))).toBe(11000);
  });
});

describe('declaring indexes', () => {
  test('they are listed by name with keys and options', async () => {
    const films = await database.fresh();
    await films.createIndexes([
      { key: { start: 1, film: -1 }, name: 'by_start' },
      { key: { expiresAt: 1 }, name: 'tidy', expireAfterSeconds: 60 },
      { key: { slug: 1 }, name: 'slug', unique: true },
    ]);
    const listed = await films.indexes();
    expect(listed.map(({ name }) => name).toSorted()).toEqual(['_id_', 'by_start', 'slug', 'tidy']);
    expect(listed.find(({ name }) => name === 'by_start')?.['key']).toEqual({ start: 1, film: -1 });
    expect(listed.find(({ name }) => name === 'tidy')?.['expireAfterSeconds']).toBe(60);
    expect(listed.find(({ name }) => name === 'slug')?.['unique']).toBe(true);
  });

  test('the same declaration again changes nothing', async () => {
    const films = await database.fresh([{ a: 1 }]);
    const declare = () =>
      films.createIndexes([{ key: { a: 1 }, name: 'a', unique: true }, { key: { b: -1 } }]);
    await declare();
    expect(await declare()).toEqual(['a', 'b_-1']);
    expect(await films.indexes()).toHaveLength(3);
  });

  test('eight processes may declare the same indexes at once', async () => {
    const films = await database.fresh([{ a: 1 }]);
    await Promise.all(
      Array.from({ length: 8 }, () =>
        films.createIndexes([{ key: { a: 1 }, unique: true }, { key: { b: 1, c: -1 } }, { key: { d: 1 } }]),
      ),
    );
    expect(await films.indexes()).toHaveLength(4);
  });

  test('the same name for another key, or other options, is refused', async () => {
    const films = await database.fresh();
    await films.createIndex({ a: 1 }, { name: 'mine' });
    expect([85, 86]).toContain(await codeOf(films.createIndex({ b: 1 }, { name: 'mine' })));
    expect([85, 86]).toContain(await codeOf(films.createIndex({ a: 1 }, { name: 'mine', unique: true })));
  });

  test('a dropped index is gone, and one that is not there is refused', async () => {
    const films = await database.fresh([{ a: 1 }, { a: 1 }]);
    await films.createIndex({ a: 1 }, { name: 'a' });
    await films.dropIndex('a');
    expect((await films.indexes()).map(({ name }) => name)).toEqual(['_id_']);
    expect(await codeOf(films.dropIndex('a'))).toBe(27);
  });
});

describe('text search', () => {
  test('$text finds words in the fields of a text index', async () => {
    const films = await database.fresh([
      { _id: 1, title: 'The Passion of Joan of Arc', synopsis: 'A trial in Rouen' },
      { _id: 2, title: 'Safety Last', synopsis: 'A clerk climbs a building' },
      { _id: 3, title: 'The Trial', synopsis: 'A clerk is arrested' },
    ]);
    await films.createIndex({ title: 'text', synopsis: 'text' });
    const ids = async ($search: string): Promise<unknown[]> =>
      (await films.find({ $text: { $search } }).sort({ _id: 1 }).toArray()).map(({ _id }) => _id);
    expect(await ids('trial')).toEqual([1, 3]);
    expect(await ids('CLERK climbs')).toEqual([2, 3]);
    expect(await ids('airship')).toEqual([]);
  });
});
