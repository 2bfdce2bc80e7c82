/**
 * `npm run db:migrate [-- --dry-run | --status]`: brings what is stored to the version that this code expects. Safe to repeat, to
 * break off and to run twice at once. Exit code 1 while the stored data is not what the code expects.
 */
import { parseArgs } from 'node:util';
import { closeMongoClient, isDatabaseUnavailable } from '../db/client';
import { EnvironmentError } from '../env';
import { getDataVersion } from '../db/data-version';
import { allMigrations } from './all-migrations';
import { MigrationError, type MigrationOutcome, runMigrations } from './run-migrations';

const { values } = parseArgs({
  options: {
    'dry-run': { type: 'boolean', default: false },
    status: { type: 'boolean', default: false },
  },
});

try {
  if (!values.status) await migrate(values['dry-run']);
  await sayStatus();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
} finally {
  await closeMongoClient();
}

async function migrate(dryRun: boolean): Promise<void> {
  const report = (line: string): void => console.log(line);
  for (const outcome of await runMigrations({ dryRun, report })) console.log(sentence(outcome));
}

function sentence({ id, name, outcome, changed }: MigrationOutcome): string {
  const words = {
    done: `${changed} documents changed`,
    elsewhere: `${changed} documents changed by another run`,
    'would-run': `would change ${changed} documents`,
  };
  return `${id} ${name}: ${words[outcome]}`;
}

async function sayStatus(): Promise<void> {
  const { state, stored, expected } = await getDataVersion();
  for (const { id, name, what } of allMigrations) {
    console.log(`${id <= stored ? 'done' : 'open'}  ${id} ${name}: ${what}`);
  }
  if (state === 'current') return console.log(`The stored data has version ${stored}, as the code expects.`);
  console.log(`The stored data has version ${stored}, and the code expects ${expected}.`);
  process.exitCode = 1;
}

function explain(error: unknown): string {
  if (error instanceof MigrationError || error instanceof EnvironmentError) return error.message;
  if (isDatabaseUnavailable(error))
    return 'The database does not answer: is MONGODB_URI right, and may this machine reach the server?';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
