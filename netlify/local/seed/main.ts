/**
 * The seed as a process: `node --import tsx netlify/local/seed/main.ts [--size full|small]`, with `MONGODB_URI`,
 * `IDENTITY_URL` and `IDENTITY_OPERATOR_TOKEN` in its environment. Prints one line of JSON, `{ "accounts": [...] }`.
 */
import { parseArgs } from 'node:util';
import { closeMongoClient } from '../../../lib/db/client';
import { isLoopback } from '../mongodb/external-server';
import { explain, CliError } from '../process/command';
import { demoAccounts } from './accounts';
import { seed, type SeedSize } from './seed';

const { values } = parseArgs({ options: { size: { type: 'string', default: 'full' } } });

try {
  refuseForeignServer(process.env['MONGODB_URI'] ?? '');
  const startedMs = performance.now();
  const added = await seed(readSize(values.size), new Date());
  const tookMs = Math.round(performance.now() - startedMs);
  process.stderr.write(
    `seed: ${added.screenings} screenings and ${added.accounts} accounts are new, ${tookMs} ms\n`,
  );
  const accounts = demoAccounts.map(({ role, email, password }) => ({ role, email, password }));
  process.stdout.write(`${JSON.stringify({ accounts })}\n`);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
  // What goes on beside the part that failed must not keep a start that cannot succeed waiting.
  setTimeout(() => process.exit(), 3_000).unref();
} finally {
  await closeMongoClient();
}

/** What the platform started is on loopback too. Anything else may be somebody's real cinema. */
function refuseForeignServer(uri: string): void {
  if (isLoopback(uri)) return;
  throw new CliError(
    'The seed writes only to a database on this machine: leave MONGODB_URI empty, or let it name localhost.',
  );
}

function readSize(word: string): SeedSize {
  if (word === 'full' || word === 'small') return word;
  throw new CliError(`--size is "${word}": it should be full or small.`);
}
