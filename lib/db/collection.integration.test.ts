import { beforeAll, describe, expect, it, vi } from 'vitest';
import { useTestDatabase } from '../../e2e/fixtures/test-database';
import { closeMongoClient, database } from './client';
import { defineCollection } from './collection';

beforeAll(useTestDatabase);

const schema = (maximum: number) => ({
  bsonType: 'object',
  required: ['size'],
  properties: { size: { bsonType: 'int', maximum } },
});

async function indexNames(name: string): Promise<string[]> {
  const indexes = await (await database()).collection(name).indexes();
  return indexes.map((index) => index.name ?? '').toSorted();
}

describe('a declared collection', () => {
  it('is made at its first use, with its validator and its indexes', async () => {
    const hats = defineCollection({
      name: 'hats',
      schema: schema(60),
      indexes: [{ name: 'by-size', key: { size: 1 }, unique: true }],
    });
    await (await hats()).insertOne({ size: 58 });
    await expect((await hats()).insertOne({ size: 61 })).rejects.toMatchObject({ code: 121 });
    await expect((await hats()).insertOne({ size: 58 })).rejects.toMatchObject({ code: 11000 });
    expect(await indexNames('hats')).toEqual(['_id_', 'by-size']);
  });

  it('takes a new validator and a new index, and keeps what is in it', async () => {
    const narrow = defineCollection({ name: 'shoes', schema: schema(45), indexes: [] });
    await (await narrow()).insertOne({ size: 44 });
    await closeMongoClient(); // as another process, with newer code
    const wide = defineCollection({
      name: 'shoes',
      schema: schema(50),
      indexes: [{ name: 'by-size', key: { size: 1 } }],
    });
    await (await wide()).insertOne({ size: 49 });
    expect(await (await wide()).countDocuments()).toBe(2);
    expect(await indexNames('shoes')).toEqual(['_id_', 'by-size']);
  });

  it('is made once by five processes that start at the same moment', async () => {
    const processes = await Promise.all(
      Array.from({ length: 5 }, async () => {
        vi.resetModules();
        const [own, client] = await Promise.all([import('./collection'), import('./client')]);
        return { own, client };
      }),
    );
    const doors = processes.map(({ own }) =>
      own.defineCollection({
        name: 'coats',
        schema: schema(60),
        indexes: [{ name: 'by-size', key: { size: 1 }, unique: true }],
      }),
    );
    const collections = await Promise.all(doors.map((open) => open()));
    await Promise.all(collections.map((coats, number) => coats.insertOne({ size: 50 + number })));
    expect(await indexNames('coats')).toEqual(['_id_', 'by-size']);
    expect(await (await database()).collection('coats').countDocuments()).toBe(5);
    await Promise.all(processes.map(({ client }) => client.closeMongoClient()));
  });

  it('loses the index that a newer declaration no longer names, and keeps the one that was built by hand', async () => {
    const unique = defineCollection({
      name: 'gloves',
      schema: schema(12),
      indexes: [{ name: 'by-size', key: { size: 1 }, unique: true }],
    });
    await (await unique()).insertOne({ size: 8 });
    await (await unique()).createIndex({ colour: 1 }, { name: 'by-hand' });
    await closeMongoClient();
    const free = defineCollection({
      name: 'gloves',
      schema: schema(12),
      indexes: [{ name: 'by-maker', key: { maker: 1 } }],
    });
    await (await free()).insertOne({ size: 8 });
    expect(await indexNames('gloves')).toEqual(['_id_', 'by-hand', 'by-maker']);
  });

  it('loses every index that it no longer names where the code before kept no list', async () => {
    const db = await database();
    await db.collection('scarves').createIndex({ size: 1 }, { name: 'former', unique: true });
    await db
      .collection<{ _id: string; fingerprint: string }>('collections')
      .insertOne({ _id: 'scarves', fingerprint: 'of older code' });
    const scarves = defineCollection({ name: 'scarves', schema: schema(200), indexes: [] });
    await (await scarves()).insertMany([{ size: 90 }, { size: 90 }]);
    expect(await indexNames('scarves')).toEqual(['_id_']);
  });

  it('gives a name to other fields', async () => {
    const before = defineCollection({
      name: 'belts',
      schema: schema(200),
      indexes: [{ name: 'list', key: { size: 1 } }],
    });
    await before();
    await closeMongoClient();
    const after = defineCollection({
      name: 'belts',
      schema: schema(200),
      indexes: [{ name: 'list', key: { size: 1, colour: 1 } }],
    });
    const indexes = await (await after()).indexes();
    expect(indexes.find(({ name }) => name === 'list')?.key).toEqual({ size: 1, colour: 1 });
  });
});
