import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CliError, localJwtSecret, projectRoot, runUntilStopped } from '../process/command';
import { readProviders } from '../platform/environment';
import { startPlatform } from '../platform/platform';

/**
 * The whole site as one process for tests: the artifact behind the edge, with an Identity and a database of its own.
 * Prints one line of JSON when ready, its log goes to stderr, SIGTERM stops all of it. Reads no `.env`.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    // A server that runs already; `{database}` in it is replaced. Else this process brings its own.
    'mongodb-uri': { type: 'string' },
    database: { type: 'string', default: 'marquee' },
    seed: { type: 'string', default: 'none' },
    autoconfirm: { type: 'boolean', default: false },
    // Outside sign-in services that are on, with commas between them.
    providers: { type: 'string', default: 'none' },
    // A folder of functions beside the site's own, served from source.
    functions: { type: 'string' },
    // KEY=VALUE for the functions, as often as needed.
    env: { type: 'string', multiple: true, default: [] },
    'deploy-context': { type: 'string' },
  },
});

const log = (line: string): void => void process.stderr.write(`marquee: ${line}\n`);

runUntilStopped(log, async (shutdown) => {
  const platform = await startPlatform({
    mode: 'serve',
    root: projectRoot,
    dataDir: readDataDir(),
    port: Number(values.port),
    jwtSecret: localJwtSecret,
    database: values.database,
    ...(values['mongodb-uri'] ? { mongodbUri: values['mongodb-uri'] } : {}),
    ...(values.functions ? { extraFunctions: resolve(values.functions) } : {}),
    seed: readSeed(values.seed),
    autoconfirm: values.autoconfirm,
    providers: readProviders(values.providers),
    siteEnv: readEnv(values.env),
    inspect: false,
    ...(values['deploy-context'] ? { deployContext: values['deploy-context'] } : {}),
    log,
    shutdown,
  });
  process.stdout.write(`${JSON.stringify({ ready: true, ...platform, pid: process.pid })}\n`);
});

function readDataDir(): string {
  if (values.data) return resolve(values.data);
  throw new CliError('--data is missing: name a folder for this run, such as .local/test/mine.');
}

function readSeed(word: string): 'none' | 'full' | 'small' {
  if (word === 'none' || word === 'full' || word === 'small') return word;
  throw new CliError(`--seed is "${word}": it should be none, full or small.`);
}

function readEnv(pairs: string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new CliError(`--env is "${pair}": it should be NAME=VALUE.`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}
