import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from './plain-error';
import type { ShutdownStack } from './stoppers';

export type SeedSize = 'full' | 'small';
export type Account = { role: string; email: string; password: string };

type SeedOptions = {
  root: string;
  seed: 'none' | SeedSize;
  mongodbUri: string;
  identityUrl: string;
  operatorToken: string;
  isLocal: boolean;
  log: (line: string) => void;
  stoppers: ShutdownStack;
};

/** Fills or tops up the programme. A process of its own, because the seed uses `lib`, which reads its own variables. */
export async function plantSeed(options: SeedOptions): Promise<Account[]> {
  const { root, seed, isLocal, log } = options;
  const main = join(root, 'netlify/local/seed/main.ts');
  if (seed === 'none' || !existsSync(main)) return [];
  if (!isLocal) {
    log('this database is on another machine: it is served as it is, nothing is seeded.');
    return [];
  }
  log('seeding the programme, members and comments ...');
  const { code, output } = await runSeed(main, seed, options);
  if (code !== 0)
    throw new CliError('the seed failed (its words are above). `npm run db:reset` empties what is there.');
  const lastLine = output.trim().split('\n').at(-1) ?? '';
  return (JSON.parse(lastLine) as { accounts: Account[] }).accounts;
}

function runSeed(
  main: string,
  size: SeedSize,
  options: SeedOptions,
): Promise<{ code: number | null; output: string }> {
  const { root, mongodbUri, identityUrl, operatorToken, log, stoppers } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', main, '--size', size], {
      cwd: root,
      env: {
        ...process.env,
        MONGODB_URI: mongodbUri,
        IDENTITY_URL: identityUrl,
        IDENTITY_OPERATOR_TOKEN: operatorToken,
        SEED_SIZE: size,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stop = (): void => void child.kill('SIGKILL');
    stoppers.signal.addEventListener('abort', stop, { once: true });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => log(String(chunk).trimEnd()));
    child.on('error', reject);
    child.on('close', (code) => {
      stoppers.signal.removeEventListener('abort', stop);
      resolve({ code, output });
    });
  });
}
