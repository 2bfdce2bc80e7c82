// The way in: `npm start`, `npm run dev|reset|event`, `npm test` and the scripts on a database all begin here.
// Plain JavaScript on Node's own modules, because nothing else exists before the first install. It installs what
// the lock files name, then hands over to TypeScript (through tsx), stays as the parent, passes signals on and,
// when the child is gone, sees to it that nothing of it is left.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const scripts = {
  start: 'netlify/local/commands/start.ts',
  dev: 'netlify/local/commands/start.ts dev',
  reset: 'netlify/local/commands/reset.ts',
  event: 'netlify/local/commands/identity-event.ts',
  check: 'lib/doctor/command.ts',
  'run-script': 'netlify/local/commands/run-script.ts',
  storm: 'e2e/loadtest/main.ts',
  bench: 'e2e/bench/main.ts',
  test: 'e2e/run/main.ts',
};
const [mode = '', ...args] = process.argv.slice(2);
/** Modes that run without Netlify's build tool. */
const needsBuildTool = ['start', 'dev', 'test', 'storm', 'bench'].includes(mode);

/** @returns {never} */
function fail(/** @type {string} */ sentence) {
  console.error(`\nmarquee: ${sentence}`);
  process.exit(1);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(
    `Node ${process.versions.node} is too old: install Node 20.19 or newer (24 is best) and run this again.`,
  );
}

/**
 * Whether npm finished installing exactly what the lock file names. npm writes node_modules/.package-lock.json as
 * its last act, so an interrupted install has none.
 */
function isInstalled(/** @type {string} */ folder) {
  const installedFile = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === '') return true;
    const found = installed[name];
    return found ? found.version === entry.version : entry.optional === true;
  });
}

let stopping = false;
/** @type {Set<import('node:child_process').ChildProcess>} */
const installs = new Set();

/** Runs `npm ci` in a folder; npm is the one that started us where there is one. */
function install(/** @type {string} */ folder, /** @type {string} */ what) {
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : ['npm'];
  const npmArgs = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const begun = Date.now();
  const seconds = () => Math.round((Date.now() - begun) / 1000);
  console.log(`marquee: installing ${what} (npm ci; half a minute with a network) ...`);
  const tick = setInterval(
    () => console.log(`marquee: still installing ${what}, ${seconds()} s ...`),
    10_000,
  );
  return new Promise((resolve) => {
    const child = spawn(npm[0] ?? 'npm', [...npm.slice(1), ...npmArgs], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    installs.add(child);
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => (output += `${error.message}\n`));
    child.on('close', (code) => {
      clearInterval(tick);
      installs.delete(child);
      if (code === 0) console.log(`marquee: installed ${what} in ${seconds()} s.`);
      else if (!stopping) console.error(output);
      resolve(code === 0);
    });
  });
}

async function installAll() {
  const wanted = [];
  if (!isInstalled(root)) wanted.push(install(root, "the site's packages"));
  const buildFolder = join(root, 'netlify/local/build');
  if (needsBuildTool && !isInstalled(buildFolder)) wanted.push(install(buildFolder, "Netlify's build tool"));
  const benchFolder = join(root, 'e2e/bench');
  if (mode === 'bench' && !isInstalled(benchFolder)) wanted.push(install(benchFolder, 'what measures'));
  const done = await Promise.all(wanted);
  if (stopping) process.exit(130);
  if (done.includes(false)) {
    fail('npm could not install the packages (its output is above): check the network and run this again.');
  }
}

/** The pinned Node where npm could install it (Linux), else the one that runs this. */
function nodeToUse() {
  const pinned = join(root, 'node_modules/.bin/node');
  return existsSync(pinned) ? pinned : process.execPath;
}

/** Kills what is left of the child's process group: the child is its leader. */
function sweep(/** @type {number | undefined} */ pid) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing is left, as it should be.
  }
}

/**
 * Hands over. The child leads a process group of its own, so Ctrl-C reaches it once, through us, and can be
 * answered in order; the IPC channel tells it when we are gone.
 */
function handOver(/** @type {string} */ script) {
  const [file = '', ...firstArgs] = script.split(' ');
  const child = spawn(nodeToUse(), ['--import', 'tsx', join(root, file), ...firstArgs, ...args], {
    cwd: root,
    detached: true,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
  }
  watchParent(() => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => {
    sweep(child.pid);
    process.exit(code ?? (signal === 'SIGINT' ? 130 : 1));
  });
}

/** npm does not always pass a signal through its shell: when it is gone, so are we. */
function watchParent(/** @type {() => void} */ onGone) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, 1000);
  timer.unref();
}

/** npm finishes its install before it heeds a softer signal. A half-done one is seen by `isInstalled` and begun anew. */
function stopInstalls() {
  stopping = true;
  for (const child of installs) child.kill('SIGKILL');
  if (installs.size === 0) process.exit(130);
}

checkNode();
const script = scripts[/** @type {keyof typeof scripts} */ (mode)];
if (!script) fail(`"${mode}" is not a command; use one of: ${Object.keys(scripts).join(', ')}.`);
process.on('SIGINT', stopInstalls).on('SIGTERM', stopInstalls);
await installAll();
process.off('SIGINT', stopInstalls).off('SIGTERM', stopInstalls);
handOver(script);
