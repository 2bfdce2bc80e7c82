import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError, type ShutdownStack } from '../process/command';

export type SeedSize = 'full' | 'small';
export type Account = { role: string; email: string; password: string };

type SeedOptions = {
  root: string;
  dataDir: string;
  seed: 'none' | SeedSize;
  mongodbUri: string;
  identityUrl: string;
  operatorToken: string;
  isLocal: boolean;
  log: (line: string) => void;
  stoppers: ShutdownStack;
};

/**
 * Fills or tops up the programme. A process of its own, because the seed uses `lib`, which reads its own variables. Its
 * words are held back until it has ended: of a failure one sentence is shown, the rest is in `seed.log`.
 *
 * Errors: `CliError` with that sentence.
 */
export async function runSeed(options: SeedOptions): Promise<Account[]> {
  const { root, dataDir, seed, isLocal, log } = options;
  const main = join(root, 'netlify/local/seed/main.ts');
  if (seed === 'none' || !existsSync(main)) return [];
  if (!isLocal) {
    log('this database is on another machine: it is served as it is, nothing is seeded.');
    return [];
  }
  log('seeding the programme, members and comments ...');
  const { code, output, errors } = await runProcess(main, seed, options);
  if (code !== 0) {
    const details = join(dataDir, 'seed.log');
    await writeFile(details, errors);
    throw new CliError(
      `the seed failed: ${lastSentence(errors)} \`npm run db:reset\` empties what is there; ${details} has the details.`,
    );
  }
  if (errors.trim() !== '') log(errors.trimEnd());
  const lastLine = output.trim().split('\n').at(-1) ?? '';
  return (JSON.parse(lastLine) as { accounts: Account[] }).accounts;
}

/** Why a process failed, from what it wrote: the message of an uncaught error, else its last line. */
function lastSentence(errors: string): string {
  const lines = errors.split('\n').filter((line) => line.trim() !== '');
  const line = lines.findLast((each) => NAMED_ERROR.test(each)) ?? lines.at(-1);
  const sentence = line?.replace(NAMED_ERROR, '').trim() || 'it ended without a word';
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

const NAMED_ERROR = /^\w*Error(?: \[\w+\])?: /;

function runProcess(
  main: string,
  size: SeedSize,
  options: SeedOptions,
): Promise<{ code: number | null; output: string; errors: string }> {
  const { root, mongodbUri, identityUrl, operatorToken, stoppers } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), main, '--size', size], {
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
    let [output, errors] = ['', ''];
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (errors += String(chunk)));
    child.on('error', reject);
    child.on('close', (code) => {
      stoppers.signal.removeEventListener('abort', stop);
      resolve({ code, output, errors });
    });
  });
}
