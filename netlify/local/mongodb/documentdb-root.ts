import { availableParallelism, homedir } from 'node:os';
import { access, chmod, chown, cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { waitForLock } from './process-lock';
import { runCommand } from '../process/run-child';

/** The unprivileged user that the server runs as, inside the root only. */
export const POSTGRES_ID = 5433;
const EXTENSIONS = 'usr/share/postgresql/18/extension';
const BUILD_TIMEOUT_MS = 15 * 60_000;
const DEVICES: [name: string, minor: string][] = [
  ['null', '3'],
  ['zero', '5'],
  ['urandom', '9'],
];

/** Where every checkout of this user finds the packages and the root unpacked from them. */
function cacheDir(): string {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'marquee', 'documentdb-pg18');
}

/**
 * A root folder with DocumentDB in it for one data folder. The files are hard links to the cached root (copies where the two
 * lie on different file systems): quick, and the data stays beside them.
 */
export async function prepareRoot(dataDir: string, log: (line: string) => void): Promise<string> {
  const root = join(dataDir, 'root');
  const complete = join(dataDir, 'root.complete');
  if (await exists(complete)) return root;
  const cached = await cachedRoot(log);
  await rm(root, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
  await runCommand('cp', ['--archive', '--link', cached, root]).catch(async () => {
    await rm(root, { recursive: true, force: true });
    await runCommand('cp', ['--archive', cached, root]);
  });
  await emptyServerFolder(join(root, 'run/postgresql'));
  await writeFile(complete, '');
  return root;
}

/** `1.0-0` */
export async function documentdbVersion(root: string): Promise<string> {
  const control = await readFile(join(root, EXTENSIONS, 'documentdb.control'), 'utf8');
  return /^default_version = '(.*)'$/m.exec(control)?.[1] ?? 'of unknown version';
}

async function cachedRoot(log: (line: string) => void): Promise<string> {
  const cache = cacheDir();
  const root = join(cache, 'root');
  const complete = join(cache, 'root.complete');
  if (await exists(complete)) return root;
  const lock = await waitForLock(cache, BUILD_TIMEOUT_MS, (heldBy) =>
    log(`MongoDB: waiting for process ${heldBy}, which is setting up DocumentDB`),
  );
  if ('heldBy' in lock) throw new Error(`process ${lock.heldBy} has been setting up DocumentDB for too long`);
  try {
    if (!(await exists(complete))) await buildRoot(cache, root, log);
    await writeFile(complete, '');
    return root;
  } finally {
    await lock.release();
  }
}

async function buildRoot(cache: string, root: string, log: (line: string) => void): Promise<void> {
  log("MongoDB: fetching DocumentDB from Debian's mirror (once, about half a minute)");
  const packages = await downloadPackages(join(cache, 'apt'), log);
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  log(`  unpacking ${packages.length} packages`);
  await unpackAll(packages, root);
  log('  finishing the root');
  await finishRoot(root);
}

async function unpackAll(packages: string[], root: string): Promise<void> {
  const waiting = [...packages];
  const unpackSome = async (): Promise<void> => {
    for (let file = waiting.pop(); file; file = waiting.pop())
      await runCommand('dpkg-deb', ['-x', file, root]);
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, unpackSome));
}

/** What the packages' own scripts would have done, as far as the server needs it. */
async function finishRoot(root: string): Promise<void> {
  for (const folder of ['doc', 'locale', 'man', 'i18n']) {
    await rm(join(root, 'usr/share', folder), { recursive: true, force: true });
  }
  for (const link of ['bin', 'sbin', 'lib', 'lib64']) {
    if (!(await exists(join(root, link)))) await symlink(join('usr', link), join(root, link));
  }
  await rm(join(root, 'usr/bin/sh'), { force: true });
  await symlink('dash', join(root, 'usr/bin/sh'));
  await rm(join(root, EXTENSIONS, 'postgis.control'), { force: true });
  await symlink('postgis-3.control', join(root, EXTENSIONS, 'postgis.control'));
  await writeFile(
    join(root, 'etc/passwd'),
    `root:x:0:0:root:/root:/bin/sh\npostgres:x:${POSTGRES_ID}:${POSTGRES_ID}:postgres:/:/bin/sh\n`,
  );
  await writeFile(join(root, 'etc/group'), `root:x:0:\npostgres:x:${POSTGRES_ID}:\n`);
  await cp('/etc/hosts', join(root, 'etc/hosts'));
  await mkdir(join(root, 'dev'), { recursive: true });
  for (const [name, minor] of DEVICES) {
    await runCommand('mknod', ['-m', '666', join(root, 'dev', name), 'c', '1', minor]);
  }
  await mkdir(join(root, 'tmp'), { recursive: true });
  await chmod(join(root, 'tmp'), 0o1777);
}

/** Makes a folder empty and the server's own. */
export async function emptyServerFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
  await mkdir(path, { recursive: true });
  await chown(path, POSTGRES_ID, POSTGRES_ID);
  await chmod(path, 0o700);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

const SUITE = 'forky';
/** util-linux brings setpriv, which ties the server's life to ours; dash and coreutils are what its scripts call. */
const PACKAGES = ['postgresql-18-documentdb', 'dash', 'coreutils', 'util-linux'];
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
const FALLBACK_MIRROR = 'http://deb.debian.org/debian';

/**
 * Downloads DocumentDB's packages, with all they need, into a private apt state under `aptDir`: nothing of the host's apt
 * changes, signatures are checked, what is there already is not fetched again. Returns the package files.
 */
async function downloadPackages(aptDir: string, log: (line: string) => void): Promise<string[]> {
  const archives = join(aptDir, 'cache/archives');
  await mkdir(join(aptDir, 'state/lists/partial'), { recursive: true });
  await mkdir(join(archives, 'partial'), { recursive: true });
  await writeFile(join(aptDir, 'status'), '');
  const source = `deb [signed-by=${KEYRING}] ${await hostMirror()} ${SUITE} main\n`;
  await writeFile(join(aptDir, 'sources.list'), source);
  const options = aptOptions(aptDir);
  await runCommand('apt-get', [...options, 'update']);
  const wanted = await listWanted(options);
  log(`  ${wanted.length} packages, 145 MB the first time`);
  await runCommand('apt-get', [...options, '--yes', '--download-only', 'install', ...PACKAGES], {
    onLine: progressEvery(50, wanted.length, log),
  });
  return wanted.map((name) => join(archives, name));
}

function aptOptions(aptDir: string): string[] {
  const settings = {
    'Dir::State': join(aptDir, 'state'),
    'Dir::State::status': join(aptDir, 'status'),
    'Dir::Cache': join(aptDir, 'cache'),
    'Dir::Etc::sourcelist': join(aptDir, 'sources.list'),
    'Dir::Etc::sourceparts': '-',
    'APT::Install-Recommends': 'false',
    'APT::Sandbox::User': 'root',
    'APT::Keep-Downloaded-Packages': 'true',
    'Acquire::Languages': 'none',
    'Acquire::Retries': '3',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
}

/** The mirror that the host's apt uses, so that a proxy or a company's mirror serves this too. */
async function hostMirror(): Promise<string> {
  const release = await readFile('/etc/os-release', 'utf8');
  const suite = /^VERSION_CODENAME=(.*)$/m.exec(release)?.[1] ?? '';
  const uris = await runCommand('apt-get', ['update', '--print-uris']);
  const entry = new RegExp(`'([^']*/debian)/dists/${suite}/InRelease'`).exec(uris);
  return entry?.[1] ?? FALLBACK_MIRROR;
}

/** The files of all packages that the installation would unpack, as apt names them in its archives. */
async function listWanted(options: string[]): Promise<string[]> {
  const plan = await runCommand('apt-get', [...options, '--simulate', 'install', ...PACKAGES]);
  const installs = plan.matchAll(/^Inst (\S+) \((\S+) .*\[(\w+)\]\)/gm);
  return [...installs].map(
    ([, name, version, arch]) => `${name}_${version?.replace(':', '%3a')}_${arch}.deb`,
  );
}

function progressEvery(step: number, total: number, log: (line: string) => void): (line: string) => void {
  let fetched = 0;
  return (line) => {
    if (!line.startsWith('Get:')) return;
    fetched += 1;
    if (fetched % step === 0) log(`  ${fetched} of ${total} packages fetched`);
  };
}
