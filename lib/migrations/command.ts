/**
 * `npm run db:migrate [-- --dry-run | --status]`: brings what is stored to the version that this code expects. Safe to repeat, to
 * break off and to run twice at once. Exit code 1 while the stored data is not what the code expects.
 */
import {
  type CommandIo,
  parseCommandLine,
  runAsProcess,
  runCommand,
  UsageError,
} from '../command/command-line';
import { getDataVersion } from '../db/data-version';
import { allMigrations } from './run-migrations';
import { MigrationError, type MigrationOutcome, runMigrations } from './run-migrations';

const USAGE = `npm run db:migrate                     brings the stored data to the version that this code expects
npm run db:migrate -- --dry-run        says what it would change, and changes nothing
npm run db:migrate -- --status         says which migrations are done and which are open`;

/** @returns the exit code */
export async function runMigrateCommand(argv: readonly string[], io: CommandIo): Promise<number> {
  return runCommand(
    io,
    (error) => error instanceof MigrationError,
    async () => {
      const { values, positionals } = parseCommandLine(argv, USAGE, {
        'dry-run': { type: 'boolean', default: false },
        status: { type: 'boolean', default: false },
      });
      if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" says nothing here.\n\n${USAGE}`);
      if (!values.status) await migrate(values['dry-run'], io);
      return printStatus(io);
    },
  );
}

async function migrate(dryRun: boolean, { stdout }: CommandIo): Promise<void> {
  const report = (line: string): void => void stdout.write(`${line}\n`);
  for (const outcome of await runMigrations({ dryRun, report })) report(formatOutcome(outcome));
}

function formatOutcome({ id, name, outcome, changed }: MigrationOutcome): string {
  const words = {
    done: `${changed} documents changed`,
    elsewhere: `${changed} documents changed by another run`,
    'would-run': `would change ${changed} documents`,
  };
  return `${id} ${name}: ${words[outcome]}`;
}

async function printStatus({ stdout }: CommandIo): Promise<number> {
  const { state, stored, expected } = await getDataVersion();
  for (const { id, name, what } of allMigrations) {
    stdout.write(`${id <= stored ? 'done' : 'open'}  ${id} ${name}: ${what}\n`);
  }
  const isCurrent = state === 'current';
  const rest = isCurrent ? ', as the code expects' : `, and the code expects ${expected}`;
  stdout.write(`The stored data has version ${stored}${rest}.\n`);
  return isCurrent ? 0 : 1;
}

await runAsProcess(import.meta.url, runMigrateCommand);
