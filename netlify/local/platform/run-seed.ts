import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError, type ShutdownStack } from '../process/command';
import { runChild } from '../process/run-child';

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
  shutdown: ShutdownStack;
};

/**
 * Fills or tops up the programme. A process of its own, because the seed uses `lib`, which reads its own variables. Its
 * output is held back until it has ended: of a failure one sentence is shown, the rest is in `seed.log`.
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
  const args = ['--import', import.meta.resolve('tsx'), main, '--size', seed];
  const env = {
    ...process.env,
    MONGODB_URI: options.mongodbUri,
    IDENTITY_URL: options.identityUrl,
    IDENTITY_OPERATOR_TOKEN: options.operatorToken,
    SEED_SIZE: seed,
  };
  const { signal } = options.shutdown;
  const { code, stdout, stderr } = await runChild(process.execPath, args, { cwd: root, env, signal });
  if (code !== 0) {
    const details = join(dataDir, 'seed.log');
    await writeFile(details, stderr);
    throw new CliError(
      `the seed failed: ${lastSentence(stderr)} \`npm run db:reset\` empties what is there; ${details} has the details.`,
    );
  }
  if (stderr.trim() !== '') log(stderr.trimEnd());
  const lastLine = stdout.trim().split('\n').at(-1) ?? '';
  return (JSON.parse(lastLine) as { accounts: Account[] }).accounts;
}

/** Why a process failed, from what it wrote: the message of an uncaught error, else its last line. */
function lastSentence(errors: string): string {
  const lines = errors.split('\n').filter((line) => line.trim() !== '');
  const line = lines.findLast((each) => NAMED_ERROR.test(each)) ?? lines.at(-1);
  const sentence = line?.replace(NAMED_ERROR, '').trim() || 'it ended without a message';
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

const NAMED_ERROR = /^\w*Error(?: \[\w+\])?: /;
