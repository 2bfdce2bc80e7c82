import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { freePort, isPortFree } from './free-port';
import { MongodbUnavailable, type LocalMongodb, type SourceOptions } from './local-mongodb';

const REPLICA_SET = 'marquee';

/** A replica set of one mongod (WiredTiger) with its data in `dataDir/mongod`. */
export async function startMongod(binary: string, { dataDir, log }: SourceOptions): Promise<LocalMongodb> {
  // The library would only warn that a mongod of another version is not the one it would have fetched.
  process.env['MONGOMS_SYSTEM_BINARY_VERSION_CHECK'] ??= 'false';
  const { MongoMemoryReplSet } = await import('mongodb-memory-server-core');
  const dbPath = resolve(dataDir, 'mongod');
  await mkdir(dbPath, { recursive: true });
  const port = await ownPort(dataDir);
  const replicaSet = new MongoMemoryReplSet({
    binary: { systemBinary: binary },
    instanceOpts: [{ port, dbPath, storageEngine: 'wiredTiger' }],
    // A process group of its own: Ctrl-C must reach us, not the server, which we stop in order.
    replSet: { name: REPLICA_SET, count: 1, storageEngine: 'wiredTiger', spawn: { detached: true } },
  });
  log(`MongoDB: starting ${binary}`);
  await withoutWarnings(() => replicaSet.start()).catch((error: Error) => {
    throw new MongodbUnavailable(`${binary} did not start with the data in ${dbPath}: ${error.message}`);
  });
  return {
    uri: (database) => `mongodb://127.0.0.1:${port}/${database}?replicaSet=${REPLICA_SET}`,
    description: `${binary}, a replica set of one`,
    startedByUs: true,
    async kill() {
      const child = replicaSet.servers[0]?.instanceInfo?.instance.mongodProcess;
      // Reaped first: asked to stop a process that still counts as alive, the library would talk to it for seconds.
      if (child?.kill('SIGKILL')) await once(child, 'exit');
      await replicaSet.stop({ doCleanup: false });
    },
    async start() {
      if (replicaSet.state !== 'running') await replicaSet.start();
    },
    async stop() {
      await replicaSet.stop({ doCleanup: false });
    },
  };
}

/** The library prints every failure with its stack, twice, besides throwing it. */
async function withoutWarnings(run: () => Promise<void>): Promise<void> {
  const { warn } = console;
  console.warn = () => {};
  try {
    await run();
  } finally {
    console.warn = warn;
  }
}

/** Refuses while a mongod, or whoever took its port, listens where the data in `dataDir` were last served. */
export async function requireMongodStopped(dataDir: string): Promise<number | null> {
  const port = Number(await readFile(portFile(dataDir), 'utf8').catch(() => ''));
  if (port === 0) return null;
  if (await isPortFree(port)) return port;
  throw new MongodbUnavailable(
    `Port ${port}, which the data in ${resolve(dataDir, 'mongod')} belong to, is taken: by another copy of the local platform, or by another program. Stop that first.`,
  );
}

/** A replica set knows itself by host and port, so its data keep the port of the first start. */
async function ownPort(dataDir: string): Promise<number> {
  const known = await requireMongodStopped(dataDir);
  if (known !== null) return known;
  const port = await freePort();
  await writeFile(portFile(dataDir), String(port));
  return port;
}

const portFile = (dataDir: string): string => resolve(dataDir, 'mongod.port');
