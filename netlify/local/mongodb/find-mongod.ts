import { access, constants } from 'node:fs/promises';
import { lookup } from 'node:dns/promises';
import { delimiter, join } from 'node:path';
import { MongodbUnavailable } from './local-mongodb';

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
  throw new MongodbUnavailable(
    `MONGOMS_SYSTEM_BINARY names ${named}, which is not a program. Correct it or unset it.`,
  );
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
