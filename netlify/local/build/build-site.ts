import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { CliError, Interrupted } from '../process/command';

export type BuildOptions = { root: string; log: (line: string) => void; signal: AbortSignal };

/** Variables of our own session that must not colour the build: Netlify's has none of them. */
const notForTheBuild = ['NODE_OPTIONS', 'NODE_ENV', 'MONGODB_URI', 'IDENTITY_URL', 'IDENTITY_OPERATOR_TOKEN'];

/** Runs Netlify's build without a network, account or telemetry. Result in `.netlify/` of the root. */
export async function buildSite({ root, log, signal }: BuildOptions): Promise<void> {
  const begun = Date.now();
  const seconds = (): number => Math.round((Date.now() - begun) / 1000);
  log('building the site as Netlify would (netlify-build, about 15 s) ...');
  const tick = setInterval(() => log(`still building, ${seconds()} s ...`), 10_000);
  try {
    const { code, output } = await runBuild(root, signal);
    if (signal.aborted) throw new Interrupted();
    if (code !== 0)
      throw new CliError(`${lastLines(output)}\n\nThe site does not build (its words are above).`);
    log(`built in ${seconds()} s.`);
  } finally {
    clearInterval(tick);
  }
}

function runBuild(root: string, signal: AbortSignal): Promise<{ code: number | null; output: string }> {
  const tool = join(root, 'netlify/local/build/node_modules/.bin/netlify-build');
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NETLIFY_TELEMETRY_DISABLED: '1',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  for (const name of notForTheBuild) delete env[name];
  const args = [tool, '--offline', '--telemetry=false', '--cwd', root];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH ?? ''}` },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that a stop reaches npm and next under it too.
      detached: true,
    });
    const stop = (): void => killGroup(child.pid);
    signal.addEventListener('abort', stop, { once: true });
    process.once('exit', stop);
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    child.on('error', reject);
    child.on('close', (code) => {
      signal.removeEventListener('abort', stop);
      process.off('exit', stop);
      resolve({ code, output });
    });
  });
}

function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

function lastLines(output: string): string {
  return output.trimEnd().split('\n').slice(-60).join('\n');
}
