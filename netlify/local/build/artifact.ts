import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isLock, takeLock } from '../platform/pid-lock';
import { Interrupted } from '../platform/shutdown-stack';
import { buildSite } from './build-site';
import { hashInputs } from './input-hash';
import { unpackArtifact } from './unpack';

/** The site as Netlify would deploy it, unpacked. All paths are absolute. */
export type Artifact = {
  /** At most 24 letters and digits: it serves as Netlify's deploy id too. */
  hash: string;
  dir: string;
  /** Whether it was built for this call. */
  built: boolean;
};

export type BuildOptions = { root: string; log: (line: string) => void; signal: AbortSignal };

/** The artifact of the present inputs: the one that is there, or a new one. Errors: `CliError` with the build's last words. */
export async function ensureArtifact(options: BuildOptions): Promise<Artifact> {
  const home = join(options.root, '.local/artifact');
  await mkdir(home, { recursive: true });
  // Ends the search for a package.json here: the site's own says "module", which breaks classic functions.
  await writeFile(join(home, 'package.json'), '{}\n');
  const found = await findArtifact(home, await hashInputs(options.root));
  if (found) return found;
  const lock = await waitForLock(join(home, 'building.lock'), options);
  try {
    const hash = await hashInputs(options.root);
    return (await findArtifact(home, hash)) ?? (await build(home, hash, options));
  } finally {
    lock.release();
  }
}

async function build(home: string, hash: string, options: BuildOptions): Promise<Artifact> {
  await buildSite(options);
  // Something was edited while the build ran: good for this run, and not to be found under a hash that it is not.
  const same = (await hashInputs(options.root)) === hash;
  const name = same ? hash : `${hash}e${process.pid.toString(36)}`;
  const dir = join(home, name);
  await unpackArtifact(options.root, dir, name);
  await prune(home, name);
  return { hash: name, dir, built: true };
}

async function findArtifact(home: string, hash: string): Promise<Artifact | null> {
  const dir = join(home, hash);
  if (!existsSync(join(dir, 'manifest.json'))) return null;
  const now = new Date();
  await utimes(dir, now, now);
  return { hash, dir, built: false };
}

async function waitForLock(file: string, { log, signal }: BuildOptions): Promise<{ release(): void }> {
  let said = false;
  for (;;) {
    const lock = takeLock(file);
    if (isLock(lock)) return lock;
    if (!said) log(`waiting for the site to be built by process ${lock.pid} ...`);
    said = true;
    if (signal.aborted) throw new Interrupted();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Keeps the three newest, and whatever a process began to serve within the hour. */
async function prune(home: string, keep: string): Promise<void> {
  const hourAgo = Date.now() - 3_600_000;
  const entries = await readdir(home, { withFileTypes: true });
  const folders = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory() && entry.name !== keep)
      .map(async ({ name }) => ({ name, used: (await stat(join(home, name))).mtimeMs })),
  );
  const old = folders
    .toSorted((a, b) => b.used - a.used)
    .filter(({ used }, rank) => rank >= 2 && used < hourAgo);
  for (const { name } of old) await rm(join(home, name), { recursive: true, force: true });
}

/** One function of the build's manifest, as far as we use it. */
export type ManifestFunction = {
  name: string;
  routes?: { pattern: string; expression: string }[];
  eventSubscriptions?: string[];
};

/** The functions that the build packaged. */
export async function readManifest(artifact: Artifact): Promise<ManifestFunction[]> {
  const text = await readFile(join(artifact.dir, 'manifest.json'), 'utf8');
  const manifest = JSON.parse(text) as { functions: ManifestFunction[] };
  return manifest.functions;
}
