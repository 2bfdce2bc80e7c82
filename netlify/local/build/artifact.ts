import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { isLock, acquireLock } from '../process/pid-lock';
import { Interrupted } from '../process/command';
import { buildSite, type BuildOptions } from './build-site';
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { type Entry, openPromise } from 'yauzl';

/** The site as Netlify would deploy it, unpacked. All paths are absolute. */
export type Artifact = {
  /** At most 24 letters and digits: it serves as Netlify's deploy id too. */
  hash: string;
  dir: string;
  /** Whether it was built for this call. */
  built: boolean;
};

/** The artifact of the present inputs: the one that is there, or a new one. Errors: `CliError` with the build's last lines. */
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
    const lock = acquireLock(file);
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
  /** A cron expression. */
  schedule?: string;
};

/** The functions that the build packaged. */
export async function readManifest(artifact: Artifact): Promise<ManifestFunction[]> {
  const text = await readFile(join(artifact.dir, 'manifest.json'), 'utf8');
  const manifest = JSON.parse(text) as { functions: ManifestFunction[] };
  return manifest.functions;
}

const folders = ['app', 'lib', 'netlify/functions', 'netlify/plugins', 'public'];
const files = [
  'package.json',
  'package-lock.json',
  'next.config.mjs',
  'netlify.toml',
  'tsconfig.json',
  'postcss.config.mjs',
  '.env',
  '.env.production',
  'netlify/local/build/package-lock.json',
];
/** Beside the source, but not part of what is deployed; or written by the build itself. */
const isNoInput = (path: string): boolean => /\.test\.tsx?$|public\/emails\//.test(path);

/** A hash of everything that the artifact is made from, the version of Node among it. */
export async function hashInputs(root: string): Promise<string> {
  const paths = files.map((file) => join(root, file)).filter((file) => existsSync(file));
  for (const folder of folders) paths.push(...(await listFiles(join(root, folder))));
  const hash = createHash('sha256').update(`format 1, node ${process.versions.node}, ${process.platform}\n`);
  for (const path of paths.toSorted()) {
    hash.update(`${relative(root, path)}\0`);
    hash.update(await readFile(path));
    hash.update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

async function listFiles(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !isNoInput(path));
}

/** Moves the result of a build in `.netlify/` into a folder of its own: whole, or not at all. */
async function unpackArtifact(root: string, dir: string, hash: string): Promise<void> {
  const from = join(root, '.netlify');
  const partial = `${dir}.partial-${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  for (const name of await readdir(join(from, 'functions'))) {
    if (name.endsWith('.zip'))
      await unzip(join(from, 'functions', name), join(partial, 'functions', basename(name, '.zip')));
  }
  await cp(join(from, 'static'), join(partial, 'static'), { recursive: true });
  const blobs = join(from, 'deploy/v1/blobs/deploy');
  if (existsSync(blobs)) await cp(blobs, join(partial, 'blobs'), { recursive: true });
  const manifest = await readFile(join(from, 'functions/manifest.json'));
  await writeFile(join(partial, 'site.json'), JSON.stringify({ hash, builtAt: new Date().toISOString() }));
  await writeFile(join(partial, 'manifest.json'), manifest);
  await rm(dir, { recursive: true, force: true });
  await rename(partial, dir);
}

/** Symbolic links stay links: Next names the packages that it does not bundle by links. */
async function unzip(zip: string, dir: string): Promise<void> {
  const archive = await openPromise(zip);
  for await (const entry of archive.eachEntry()) {
    const path = join(dir, entry.fileName);
    if (entry.fileName.endsWith('/')) continue;
    await mkdir(dirname(path), { recursive: true });
    const content = await buffer(await archive.openReadStreamPromise(entry));
    if (isLink(entry)) await symlink(content.toString(), path);
    else await writeFile(path, content);
  }
}

/** The upper half of the attributes is the Unix mode; a link's file type there is 0120000. */
function isLink(entry: Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
}
