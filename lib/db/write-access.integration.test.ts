import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseContents, useTestDatabase } from '../../e2e/fixtures/test-database';
import { closeMongoClient, database } from './client';
import { defineCollection } from './collection';
import { isWritable, requireWriteAccess } from './write-access';

const hats = defineCollection<{ _id: string; size: number }>({
  name: 'hats',
  schema: { bsonType: 'object' },
  indexes: [{ name: 'by-size', key: { size: 1 } }],
});

beforeEach(useTestDatabase);
beforeEach(async () => {
  await (await database()).dropDatabase();
  await closeMongoClient();
});
afterEach(async () => {
  Reflect.deleteProperty(globalThis, 'Netlify');
});

/** From here on this process answers for such a deploy; a new client, as in another process. */
async function deployIs(context: string): Promise<void> {
  await closeMongoClient();
  Reflect.set(globalThis, 'Netlify', { context: { deploy: { context } } });
}

const wear = async () => (await hats()).insertOne({ _id: 'bowler', size: 58 });

describe.each(['deploy-preview', 'branch-deploy', 'a-branch-of-its-own'])(
  'a deploy of kind %s',
  (preview) => {
    it('changes nothing in the database that production uses, and says so; it reads', async () => {
      await deployIs('production');
      await wear();
      const before = await databaseContents();
      await deployIs(preview);
      expect(await (await hats()).findOne({ _id: 'bowler' })).toEqual({ _id: 'bowler', size: 58 });
      expect(await (await hats()).find().sort({ size: 1 }).limit(1).toArray()).toHaveLength(1);
      const refusal = { code: 'preview-read-only', status: 403 };
      await expect((await hats()).insertOne({ _id: 'cap', size: 57 })).rejects.toMatchObject(refusal);
      await expect((await hats()).deleteMany({})).rejects.toMatchObject(refusal);
      await expect(
        (await hats()).findOneAndUpdate({ _id: 'bowler' }, { $set: { size: 1 } }),
      ).rejects.toMatchObject(refusal);
      await expect((await hats()).drop()).rejects.toMatchObject(refusal);
      await expect(requireWriteAccess()).rejects.toMatchObject(refusal);
      expect(await databaseContents()).toEqual(before);
    });

    it('changes nothing in a database of unknown use, its declarations included', async () => {
      await wear();
      const before = await databaseContents();
      await deployIs(preview);
      const newer = defineCollection({ name: 'hats', schema: { bsonType: 'object' }, indexes: [] });
      expect(await (await newer()).countDocuments()).toBe(1);
      await expect(requireWriteAccess()).rejects.toMatchObject({ code: 'preview-read-only' });
      expect(await databaseContents()).toEqual(before);
      expect((await (await hats()).indexes()).map(({ name }) => name)).toEqual(['_id_', 'by-size']);
    });

    it('writes in a database of its own: one that was empty when a preview first came', async () => {
      await deployIs(preview);
      await requireWriteAccess();
      await wear();
      await deployIs(preview);
      await (await hats()).insertOne({ _id: 'cap', size: 57 });
      expect(await (await hats()).countDocuments()).toBe(2);
    });
  },
);

describe('production', () => {
  it('takes a database over from previews, which then only read', async () => {
    await deployIs('deploy-preview');
    await wear();
    await deployIs('production');
    await (await hats()).insertOne({ _id: 'cap', size: 57 });
    await deployIs('deploy-preview');
    await expect(requireWriteAccess()).rejects.toMatchObject({ code: 'preview-read-only' });
  });

  it('and a preview that come to an empty database at once: production has it in the end', async () => {
    await deployIs('production');
    const db = await database();
    const asProduction = isWritable(db);
    Reflect.set(globalThis, 'Netlify', { context: { deploy: { context: 'deploy-preview' } } });
    const asPreview = isWritable(db);
    expect(await asProduction).toBe(true);
    await asPreview;
    await deployIs('deploy-preview');
    expect(await isWritable(await database())).toBe(false);
  });
});

it('nothing is asked outside Netlify', async () => {
  await wear();
  expect(Object.keys(await databaseContents())).toEqual(['collections', 'hats', 'migrations']);
});
