import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './run-command';

const SUITE = 'forky';
/** util-linux brings setpriv, which ties the server's life to ours; dash and coreutils are what its scripts call. */
const PACKAGES = ['postgresql-18-documentdb', 'dash', 'coreutils', 'util-linux'];
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
const FALLBACK_MIRROR = 'http://deb.debian.org/debian';

/**
 * Downloads DocumentDB's packages, with all they need, into a private apt state under `cacheDir`: nothing of the host's apt
 * changes, signatures are checked, what is there already is not fetched again. Returns the package files.
 */
export async function downloadPackages(cacheDir: string, log: (line: string) => void): Promise<string[]> {
  const archives = join(cacheDir, 'cache/archives');
  await mkdir(join(cacheDir, 'state/lists/partial'), { recursive: true });
  await mkdir(join(archives, 'partial'), { recursive: true });
  await writeFile(join(cacheDir, 'status'), '');
  const source = `deb [signed-by=${KEYRING}] ${await hostMirror()} ${SUITE} main\n`;
  await writeFile(join(cacheDir, 'sources.list'), source);
  const options = aptOptions(cacheDir);
  await runCommand('apt-get', [...options, 'update']);
  const wanted = await listWanted(options);
  log(`  ${wanted.length} packages, 145 MB the first time`);
  await runCommand('apt-get', [...options, '--yes', '--download-only', 'install', ...PACKAGES], {
    onLine: progressEvery(50, wanted.length, log),
  });
  return wanted.map((name) => join(archives, name));
}

function aptOptions(cacheDir: string): string[] {
  const settings = {
    'Dir::State': join(cacheDir, 'state'),
    'Dir::State::status': join(cacheDir, 'status'),
    'Dir::Cache': join(cacheDir, 'cache'),
    'Dir::Etc::sourcelist': join(cacheDir, 'sources.list'),
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
