import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { notApplicable } from './not-applicable';
import { startServerProcess, type ServerProcess } from './server-process';

const FOREIGN = 'the server was not started by the local platform, so it is not killed';

interface Write {
  _id: string;
  partner?: string;
}

let server: ServerProcess;
let client: MongoClient;

/** A server of its own: killing the one in use would fail the other files. */
beforeAll(async () => {
  if (!inject('databaseStartedByUs')) return;
  server = await startServerProcess(`.local/test/database-crash-${process.pid}`);
  client = new MongoClient(server.uri.replace('{database}', 'crash'), { serverSelectionTimeoutMS: 5000 });
});
afterAll(async () => {
  await client?.close();
  await server?.end();
});

/** Writers that write without a pause, and go on after failures. */
class Writers {
  /** The ids of all writes that were acknowledged. */
  readonly acknowledged: string[] = [];
  readonly #running: Promise<void>[];
  #stopped = false;
  #awaited = { count: Infinity, reach: (): void => undefined };

  constructor(count: number, write: (id: string) => Promise<unknown>) {
    this.#running = Array.from({ length: count }, (_, index) => this.#run(`w${index}`, write));
  }

  /** Resolves when so many more writes have been acknowledged, however long that takes. */
  async more(count: number): Promise<void> {
    await new Promise<void>((reach) => {
      this.#awaited = { count: this.acknowledged.length + count, reach };
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#running);
  }

  async #run(name: string, write: (id: string) => Promise<unknown>): Promise<void> {
    for (let n = 0; !this.#stopped; n += 1) {
      const id = `${name}-${n}`;
      const isAcknowledged = await write(id).then(
        () => true,
        () => false,
      );
      if (isAcknowledged) this.acknowledged.push(id);
      else await pause(5);
      if (this.acknowledged.length >= this.#awaited.count) this.#awaited.reach();
    }
  }
}

describe('a server that is killed', () => {
  test('loses no acknowledged write under 16 writers, and the client finds it again by itself', async (context) => {
    if (!inject('databaseStartedByUs')) notApplicable(context, FOREIGN);
    const writes = client.db().collection<Write>('writes');
    await writes.insertOne({ _id: 'first' });
    const writers = new Writers(16, (_id) => writes.insertOne({ _id }));
    await writers.more(300);
    await server.control('kill');
    await expect(writes.countDocuments()).rejects.toThrow();
    await server.control('start');
    await writers.more(300);
    await writers.stop();
    const stored = new Set((await writes.find().toArray()).map(({ _id }) => _id));
    expect(writers.acknowledged.filter((id) => !stored.has(id))).toEqual([]);
  });

  test('keeps transactions whole: both documents of a pair, or none', async (context) => {
    if (!inject('databaseStartedByUs')) notApplicable(context, FOREIGN);
    const pairs = client.db().collection<Write>('pairs');
    await pairs.insertOne({ _id: 'first' });
    const writePair = (id: string): Promise<void> =>
      client.withSession((session) =>
        session.withTransaction(async () => {
          await pairs.insertOne({ _id: `${id}-left`, partner: `${id}-right` }, { session });
          await pairs.insertOne({ _id: `${id}-right`, partner: `${id}-left` }, { session });
        }),
      );
    const writers = new Writers(8, writePair);
    await writers.more(100);
    await server.control('kill');
    await server.control('start');
    await writers.stop();
    const stored = new Map((await pairs.find().toArray()).map(({ _id, partner }) => [_id, partner]));
    const isWhole = (id: string): boolean => stored.has(`${id}-left`) && stored.has(`${id}-right`);
    expect(writers.acknowledged.filter((id) => !isWhole(id))).toEqual([]);
    expect([...stored].filter(([, partner]) => partner && !stored.has(partner))).toEqual([]);
  });

  test('that is stopped in order and started again has its indexes and validators', async (context) => {
    if (!inject('databaseStartedByUs')) notApplicable(context, FOREIGN);
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
