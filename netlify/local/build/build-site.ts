import { join } from 'node:path';
import { CliError, Interrupted } from '../process/command';
import { runChild } from '../process/run-child';

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
      throw new CliError(`${lastLines(output)}\n\nThe site does not build (its output is above).`);
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
    PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH ?? ''}`,
  };
  for (const name of notForTheBuild) delete env[name];
  const args = [tool, '--offline', '--telemetry=false', '--cwd', root];
  return runChild(process.execPath, args, { cwd: root, env, signal, group: true });
}

function lastLines(output: string): string {
  return output.trimEnd().split('\n').slice(-60).join('\n');
}
