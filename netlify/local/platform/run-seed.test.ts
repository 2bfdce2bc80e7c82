import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../../e2e/fixtures/temporary-folder';
import { CliError, createShutdownStack } from '../process/command';
import { runSeed } from './run-seed';

// Each starts a process, which may be slow beside other work.
vi.setConfig({ testTimeout: 20_000 });

/** A project whose seed is this script. */
async function projectWith(seed: string): Promise<string> {
  const root = temporaryFolder();
  await mkdir(join(root, 'netlify/local/seed'), { recursive: true });
  await writeFile(join(root, 'netlify/local/seed/main.ts'), seed);
  return root;
}

async function plant(seed: string) {
  const root = await projectWith(seed);
  const said: string[] = [];
  const log = (line: string): void => void said.push(line);
  const [mongodbUri, identityUrl, operatorToken] = ['mongodb://127.0.0.1:9', 'http://127.0.0.1:9', 'x'];
  const server = { mongodbUri, identityUrl, operatorToken, isLocal: true };
  const shutdown = createShutdownStack(log);
  const planted = runSeed({ root, dataDir: root, seed: 'small', ...server, log, shutdown });
  const outcome = await planted.catch((error: unknown) => error);
  return { root, said, outcome };
}

test('runSeed hands the accounts on, and says what the seed said', async () => {
  const accounts = [{ role: 'admin', email: 'a@b.example', password: 'x' }];
  const { said, outcome } = await plant(
    `console.error('seed: 3 new'); console.log(${JSON.stringify(JSON.stringify({ accounts }))})`,
  );
  expect(outcome).toEqual(accounts);
  expect(said.at(-1)).toBe('seed: 3 new');
});

test.each([
  ['throws', "throw new TypeError('certificate is none of ours')", 'certificate is none of ours.'],
  ['says why', "console.error('The data is newer.'); process.exitCode = 1", 'The data is newer.'],
  [
    'logs, and shows a stack',
    `console.error('{"level":"warn"}'); console.error(new Error('no primary').stack); process.exit(1)`,
    'no primary.',
  ],
  ['says nothing', 'process.exit(3)', 'it ended without a message.'],
])('a seed that %s fails in one sentence without a stack; its log has the rest', async (_, seed, why) => {
  const { root, said, outcome } = await plant(seed);
  const log = join(root, 'seed.log');
  const way = `\`npm run db:reset\` empties what is there; ${log} has the details.`;
  expect(outcome).toEqual(new CliError(`the seed failed: ${why} ${way}`));
  expect(said).toEqual(['seeding the programme, members and comments ...']);
  if (seed.includes('throw')) expect(await readFile(log, 'utf8')).toMatch(/\n {4}at /);
});
