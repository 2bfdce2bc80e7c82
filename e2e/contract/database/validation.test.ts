import type { Collection } from 'mongodb';
import { describe, expect, test } from 'vitest';
import { codeOf, openDatabase, type Doc } from './open-database';

const database = openDatabase('validation');

const filmSchema = {
  bsonType: 'object',
  required: ['title', 'year'],
  properties: {
    _id: {},
    title: { bsonType: 'string', minLength: 1, maxLength: 40 },
    year: { bsonType: ['int', 'long', 'double'], minimum: 1888 },
    state: { enum: ['on', 'off'] },
    slug: { bsonType: 'string', pattern: '^[a-z0-9-]+$' },
    at: { bsonType: 'date' },
    cast: { bsonType: 'array', items: { bsonType: 'object', required: ['name'] } },
  },
};

async function validated(name: string, schema: object): Promise<Collection<Doc>> {
  return database.db.createCollection<Doc>(`validation_${name}`, { validator: { $jsonSchema: schema } });
}

describe('$jsonSchema', () => {
  test('a document that fits is accepted', async () => {
    const films = await validated('fits', filmSchema);
    await films.insertOne({
      title: 'M',
      year: 1931,
      state: 'on',
      at: new Date(),
      cast: [{ name: 'Peter Lorre' }],
    });
    expect(await films.countDocuments()).toBe(1);
  });

  test.each([
    ['a missing field', { title: 'M' }],
    ['a wrong type', { title: 5, year: 1931 }],
    ['a text too long', { title: 'M'.repeat(41), year: 1931 }],
    ['a number too small', { title: 'M', year: 1887 }],
    ['a value outside the list', { title: 'M', year: 1931, state: 'maybe' }],
    ['a text of the wrong form', { title: 'M', year: 1931, slug: 'Not A Slug' }],
    ['a date as text', { title: 'M', year: 1931, at: '2026-11-20' }],
    ['an element of an array', { title: 'M', year: 1931, cast: [{ role: 'x' }] }],
  ])('%s is refused with 121', async (name, film) => {
    const films = await validated(name.replaceAll(' ', '_'), filmSchema);
    expect(await codeOf(films.insertOne(film))).toBe(121);
    expect(await films.countDocuments()).toBe(0);
  });

  test('an update that would break the schema is refused and changes nothing', async () => {
    const films = await validated('update', filmSchema);
    await films.insertOne({ _id: 1, title: 'M', year: 1931 });
    expect(await codeOf(films.updateOne({ _id: 1 }, { $set: { year: 'later' } }))).toBe(121);
    expect(await codeOf(films.findOneAndUpdate({ _id: 1 }, { $unset: { title: '' } }))).toBe(121);
    expect(await films.findOne({ _id: 1 })).toEqual({ _id: 1, title: 'M', year: 1931 });
  });

  test('collMod puts another schema in its place', async () => {
    const films = await validated('collmod', filmSchema);
    await database.db.command({
      collMod: films.collectionName,
      validator: { $jsonSchema: { ...filmSchema, required: ['title'] } },
    });
    await films.insertOne({ title: 'M' });
    expect(await codeOf(films.insertOne({ year: 1931 }))).toBe(121);
  });
});

describe('collections', () => {
  test('making one that is there is harmless, and does not change it', async () => {
    const films = await validated('twice', filmSchema);
    const again = await validated('twice', filmSchema).then(
      () => 48,
      (error: { code: number }) => error.code,
    );
    expect(again).toBe(48);
    expect(await codeOf(films.insertOne({ title: 5 }))).toBe(121);
  });

  test('they are listed with their validator', async () => {
    await validated('listed', filmSchema);
    const [info] = await database.db
      .listCollections({ name: 'validation_listed' }, { nameOnly: false })
      .toArray();
    expect(info).toMatchObject({
      name: 'validation_listed',
      options: { validator: { $jsonSchema: filmSchema } },
    });
  });

  test('eight processes may make the same collection at once', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () =>
        validated('at_once', filmSchema).then(
          () => 0,
          (error: { code: number }) => error.code,
        ),
      ),
    );
    expect(outcomes.filter((code) => code !== 0 && code !== 48)).toEqual([]);
    expect(await database.db.listCollections({ name: 'validation_at_once' }).toArray()).toHaveLength(1);
  });

  test('a dropped one is empty when it comes back', async () => {
    const films = await database.fresh([{ _id: 1 }]);
    expect(await films.drop()).toBe(true);
    expect(await films.countDocuments()).toBe(0);
    await films.insertOne({ _id: 1 });
    expect(await films.countDocuments()).toBe(1);
  });
});
