import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { notApplicable } from './not-applicable';
import { startStoreProcess, type StoreProcess } from './store-process';

const FOREIGN = 'the server was not started by the local platform, so it is not killed';

interface Write {
  _id: string;
  partner?: string;
}

let server: StoreProcess;
let client: MongoClient;

/** A server of its own: killing the one in use would fail the other files. */
beforeAll(async () => {
  if (!inject('storeStartedByUs')) return;
  server = await startStoreProcess(`.local/test/store-crash-${process.pid}`);
  client = new MongoClient(server.uri.replace('{database}', 'crash'), { serverSelectionTimeoutMS: 5000 });
});
afterAll(async () => {
  await client?.close();
  await server?.end();
});

/** Writes until told to stop; tells every write that was acknowledged, and goes on after failures. */
async function writeUntil(
  stopped: () => boolean,
  write: (id: string) => Promise<unknown>,
  name: string,
): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let n = 0; !stopped(); n += 1) {
    const id = `${name}-${n}`;
    await write(id).then(
      () => acknowledged.push(id),
      () => new Promise((resolve) => void setTimeout(resolve, 5)),
    );
  }
  return acknowledged;
}

describe('a server that is killed', () => {
  test('loses no acknowledged write under 16 writers, and the client finds it again by itself', async (context) => {
    if (!inject('storeStartedByUs')) notApplicable(context, FOREIGN);
    const writes = client.db().collection<Write>('writes');
    await writes.insertOne({ _id: 'first' });
    let stopped = false;
    const writers = Array.from({ length: 16 }, (_, n) =>
      writeUntil(
        () => stopped,
        (_id) => writes.insertOne({ _id }),
        `w${n}`,
      ),
    );
    await expect.poll(() => writes.countDocuments(), { timeout: 20_000 }).toBeGreaterThan(300);
    await server.control('kill');
    await expect(writes.countDocuments()).rejects.toThrow();
    await server.control('start');
    const before = await writes.countDocuments();
    await expect.poll(() => writes.countDocuments(), { timeout: 20_000 }).toBeGreaterThan(before + 300);
    stopped = true;
    const acknowledged = (await Promise.all(writers)).flat();
    const kept = new Set((await writes.find().toArray()).map(({ _id }) => _id));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(600);
  });

  test('keeps transactions whole: both documents of a pair, or none', async (context) => {
    if (!inject('storeStartedByUs')) notApplicable(context, FOREIGN);
    const pairs = client.db().collection<Write>('pairs');
    await pairs.insertOne({ _id: 'first' });
    let stopped = false;
    const writePair = (id: string): Promise<void> =>
      client.withSession((session) =>
        session.withTransaction(async () => {
          await pairs.insertOne({ _id: `${id}-left`, partner: `${id}-right` }, { session });
          await pairs.insertOne({ _id: `${id}-right`, partner: `${id}-left` }, { session });
        }),
      );
    const writers = Array.from({ length: 8 }, (_, n) => writeUntil(() => stopped, writePair, `p${n}`));
    await expect.poll(() => pairs.countDocuments(), { timeout: 20_000 }).toBeGreaterThan(200);
    await server.control('kill');
    await server.control('start');
    stopped = true;
    const acknowledged = (await Promise.all(writers)).flat();
    const kept = new Map((await pairs.find().toArray()).map(({ _id, partner }) => [_id, partner]));
    expect(acknowledged.filter((id) => !kept.has(`${id}-left`) || !kept.has(`${id}-right`))).toEqual([]);
    expect([...kept].filter(([, partner]) => partner && !kept.has(partner))).toEqual([]);
  });

  test('that is stopped in order and started again has its indexes and validators', async (context) => {
    if (!inject('storeStartedByUs')) notApplicable(context, FOREIGN);
    const films = await client
      .db()
      .createCollection('films', { validator: { $jsonSchema: { required: ['slug'] } } });
    await films.createIndex({ slug: 1 }, { unique: true, name: 'slug' });
    await films.insertOne({ slug: 'm' });
    await server.control('stop');
    await expect(films.countDocuments()).rejects.toThrow();
    await server.control('start');
    expect(await films.countDocuments({ slug: 'm' })).toBe(1);
    await expect(films.insertOne({ slug: 'm' })).rejects.toMatchObject({ code: 11000 });
    await expect(films.insertOne({})).rejects.toMatchObject({ code: 121 });
  });
});
