import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { closeMongoClient, database, isDatabaseUnavailable, isDuplicateKey, mongoClient } from './client';

/** A proxy in front of the real database that a test can stop and start again, at the same address. */
class DatabaseProxy {
  readonly #sockets = new Set<Socket>();
  #server: Server | null = null;
  port = 0;

  constructor(readonly target: URL) {}

  async open(): Promise<void> {
    this.#server = createServer((socket) => {
      const onward = connect(Number(this.target.port || 27_017), this.target.hostname);
      for (const end of [socket, onward]) {
        this.#sockets.add(end);
        end.on('error', () => undefined).on('close', () => this.#sockets.delete(end));
      }
      socket.pipe(onward).pipe(socket);
    });
    await new Promise<void>((resolve) => void this.#server?.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.#server.address() as AddressInfo).port;
  }

  async shut(): Promise<void> {
    const closed = new Promise((resolve) => this.#server?.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  uri(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    // Without this a driver would go on to the address that the server says of itself, past the proxy.
    if (url.searchParams.get('loadBalanced') !== 'true') url.searchParams.set('directConnection', 'true');
    return url.href;
  }
}

let proxy: DatabaseProxy;
beforeAll(() => {
  proxy = new DatabaseProxy(new URL(inject('mongodbUri').replace('{database}', 'test-client')));
});
afterEach(async () => {
  await (await database()).dropDatabase();
  await closeMongoClient();
  await proxy.shut();
});

const ping = async () => (await database()).command({ ping: 1 });

describe('the one client of a process', () => {
  it('is shared by all who come at once', async () => {
    await proxy.open();
    process.env.MONGODB_URI = proxy.uri();
    const clients = await Promise.all(Array.from({ length: 20 }, () => mongoClient()));
    expect(new Set(clients).size).toBe(1);
  });

  it('whose first connection failed is forgotten: it works when the database is there', async () => {
    await proxy.open();
    process.env.MONGODB_URI = proxy.uri();
    await proxy.shut();
    await expect(ping()).rejects.toSatisfy(isDatabaseUnavailable);
    await proxy.open();
    expect(await ping()).toMatchObject({ ok: 1 });
  });

  it('recovers by itself from an outage in the middle', async () => {
    await proxy.open();
    process.env.MONGODB_URI = proxy.uri();
    await ping();
    await proxy.shut();
    await expect(ping()).rejects.toSatisfy(isDatabaseUnavailable);
    await proxy.open();
    expect(await ping()).toMatchObject({ ok: 1 });
  });
});

describe('what the database refused is not an outage', () => {
  it('a key that is there already', async () => {
    await proxy.open();
    process.env.MONGODB_URI = proxy.uri();
    const things = (await database()).collection<{ _id: string }>('things');
    await things.insertOne({ _id: 'x' });
    const error = await things.insertOne({ _id: 'x' }).catch((refusal: unknown) => refusal);
    expect([isDuplicateKey(error), isDatabaseUnavailable(error)]).toEqual([true, false]);
  });

  it('a query that makes no sense', async () => {
    await proxy.open();
    process.env.MONGODB_URI = proxy.uri();
    const error = await (
      await database()
    )
      .collection('things')
      .findOne({ x: { $nonsense: 1 } })
      .catch((refusal: unknown) => refusal);
    expect([isDuplicateKey(error), isDatabaseUnavailable(error)]).toEqual([false, false]);
  });
});
