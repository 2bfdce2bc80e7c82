import { once } from 'node:events';
import { access, constants, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { freePort, isPortFree } from '../process/free-port';
import { type LocalMongodb, type SourceOptions } from './local-mongodb';
import { lookup } from 'node:dns/promises';
import { CliError } from '../process/command';

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
    throw new CliError(`${binary} did not start with the data in ${dbPath}: ${error.message}`);
  });
  return {
    uri: (database) => `mongodb://127.0.0.1:${port}/${database}?replicaSet=${REPLICA_SET}`,
    description: `${binary}, a replica set of one`,
    startedByUs: true,
    async kill() {
      const child = replicaSet.servers[0]?.instanceInfo?.instance.mongodProcess;
      // Reaped first: asked to stop a process that still counts as alive, the library would wait for it for seconds.
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
  throw new CliError(
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

const DOWNLOAD_HOST = 'https://fastdl.mongodb.org';
const PROBE_TIMEOUT_MS = 3000;

/** A mongod to run: the one named, the one on PATH, one fetched earlier, or one fetched now; null when there is none. */
export async function findMongod(log: (line: string) => void): Promise<string | null> {
  return (await namedMongod()) ?? (await mongodOnPath()) ?? (await fetchedMongod(log));
}

async function namedMongod(): Promise<string | null> {
  const named = process.env['MONGOMS_SYSTEM_BINARY'];
  if (!named) return null;
  if (await isExecutable(named)) return named;
  throw new CliError(`MONGOMS_SYSTEM_BINARY names ${named}, which is not a program. Correct it or unset it.`);
}

async function mongodOnPath(): Promise<string | null> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const candidate = join(folder, 'mongod');
    if (folder && (await isExecutable(candidate))) return candidate;
  }
  return null;
}

async function fetchedMongod(log: (line: string) => void): Promise<string | null> {
  const { DryMongoBinary } = await import('mongodb-memory-server-core/lib/util/DryMongoBinary');
  const known = await DryMongoBinary.locateBinary(DryMongoBinary.getEnsuredOptions()).catch(() => undefined);
  if (known) return known;
  if (/^(false|0|no|off)$/i.test(process.env['MONGOMS_RUNTIME_DOWNLOAD'] ?? '') || !(await canDownload()))
    return null;
  log('MongoDB: fetching mongod (once, about 100 MB)');
  const { MongoBinary } = await import('mongodb-memory-server-core');
  return MongoBinary.getPath().catch((error: Error) => {
    log(`MongoDB: the download failed (${error.message.split('\n')[0]}), trying the next source`);
    return null;
  });
}

/** Asked first, because without a network the download itself would try for many seconds and print stack traces. */
async function canDownload(): Promise<boolean> {
  if (process.env['HTTPS_PROXY'] ?? process.env['https_proxy']) return true;
  const site = process.env['MONGOMS_DOWNLOAD_MIRROR'] ?? DOWNLOAD_HOST;
  try {
    const timeout = AbortSignal.timeout(PROBE_TIMEOUT_MS);
    await Promise.race([
      lookup(new URL(site).hostname),
      new Promise((_, reject) => timeout.addEventListener('abort', () => reject(new Error('no answer')))),
    ]);
    await fetch(site, { method: 'HEAD', signal: timeout });
    return true;
  } catch {
    return false;
  }
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
