import { access, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { documentdbVersion, emptyServerFolder, prepareRoot } from './documentdb-root';
import { DocumentdbServer } from './documentdb-server';
import { startGateway } from './gateway/start-gateway';
import { type LocalMongodb, type SourceOptions } from './local-mongodb';
import { waitForLock } from './process-lock';
import { CliError } from '../process/command';

const PREVIOUS_OWNER_TIMEOUT_MS = 5000;

/** DocumentDB needs Debian's packages, and root to make and enter a folder of its own. */
export async function canRunDocumentdb(): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^ID=debian$/m.test(release);
}

/** DocumentDB under `dataDir/documentdb`, behind a gateway that speaks MongoDB's protocol on loopback. */
export async function startDocumentdb({ dataDir, log }: SourceOptions): Promise<LocalMongodb> {
  const home = resolve(dataDir, 'documentdb');
  let release = await lockDataFolder(home, log);
  const root = await prepareRoot(home, log);
  const server = new DocumentdbServer(root, join(home, 'server.log'));
  await startWithData(server, root, home);
  const gateway = await startGateway({ postgresPort: () => server.port, log });
  return {
    uri: (database) => `mongodb://127.0.0.1:${gateway.port}/${database}?loadBalanced=true&retryWrites=false`,
    description: `DocumentDB ${await documentdbVersion(root)} on PostgreSQL 18, from Debian's packages`,
    startedByUs: true,
    async kill() {
      gateway.setOpen(false);
      await server.kill();
    },
    async start() {
      release ??= await lockDataFolder(home, log);
      await server.start();
      gateway.setOpen(true);
    },
    async stop() {
      gateway.setOpen(false);
      await server.stop();
      await release?.();
      release = null;
    },
  };
}

/** One platform at a time may use a data folder. */
async function lockDataFolder(
  home: string,
  log: SourceOptions['log'],
): Promise<(() => Promise<void>) | null> {
  const lock = await waitForLock(home, PREVIOUS_OWNER_TIMEOUT_MS, (heldBy) =>
    log(`MongoDB: waiting for process ${heldBy} to leave ${home}`),
  );
  if ('release' in lock) return lock.release;
  throw new CliError(
    `The database in ${home} is in use by process ${lock.heldBy}, another copy of the local platform. Stop that one first.`,
  );
}

/** An interrupted first start begins again: the data counts from the moment when the marker is written. */
async function startWithData(server: DocumentdbServer, root: string, home: string): Promise<void> {
  const marker = join(home, 'data.complete');
  const isComplete = await access(marker).then(
    () => true,
    () => false,
  );
  if (isComplete) return server.start();
  await emptyServerFolder(join(root, 'data'));
  await server.initialise();
  await server.start();
  await server.createExtensions();
  await writeFile(marker, '');
}
