/**
 * `npm run doctor -- URL`: checks a deployed site from outside and says how to fix what is wrong. With
 * `MONGODB_URI` in the terminal it checks the database too. Changes nothing. Exit code 1 when there is an error.
 */
import {
  type CommandIo,
  parseCommandLine,
  runAsProcess,
  runCommand,
  UsageError,
} from '../command/command-line';
import { env, EnvironmentError } from '../env';
import { diagnose } from './diagnose';
import type { Finding } from './finding';
import { probeSite } from './probe-site';

const USAGE = `npm run doctor -- https://cinema.example
    checks a deployed site from outside and says how to fix what is wrong;
    with MONGODB_URI in the terminal it checks the database too; changes nothing`;

const MARKS: Record<Finding['status'], string> = {
  ok: '  ok       ',
  error: '  ERROR    ',
  warning: '  warning  ',
  skipped: '  skipped  ',
};

/** @returns the exit code */
export async function runDoctorCommand(
  argv: readonly string[],
  { stdout, stderr }: CommandIo,
): Promise<number> {
  return runCommand(
    { stdout, stderr },
    () => false,
    async () => {
      const { positionals } = parseCommandLine(argv, USAGE, {});
      const site = positionals.length > 1 ? null : readUrl(positionals[0]);
      if (!site) throw new UsageError('Name the site: npm run doctor -- https://cinema.example');
      stdout.write(`Looking at ${site.origin} ...\n`);
      const list = diagnose(await probeSite(site, knowsDatabase()));
      for (const { status, message, fix } of list) {
        stdout.write(`${MARKS[status]}${message}\n`);
        if (fix) stdout.write(`             -> ${fix}\n`);
      }
      const [errors = 0, warnings = 0] = (['error', 'warning'] as const).map(
        (wanted) => list.filter(({ status }) => status === wanted).length,
      );
      stdout.write(`${formatCount(errors, 'error')}, ${formatCount(warnings, 'warning')}.\n`);
      return errors > 0 ? 1 : 0;
    },
  );
}

function formatCount(count: number, word: string): string {
  return `${count === 0 ? 'No' : count} ${word}${count === 1 ? '' : 's'}`;
}

function readUrl(text = ''): URL | null {
  const address = /^https?:\/\//.test(text) ? text : `https://${text}`;
  return text && URL.canParse(address) ? new URL('/', address) : null;
}

function knowsDatabase(): boolean {
  try {
    return env('MONGODB_URI') !== '';
  } catch (error) {
    if (error instanceof EnvironmentError) return false;
    throw error;
  }
}

await runAsProcess(import.meta.url, runDoctorCommand);
