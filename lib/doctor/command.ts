/**
 * `npm run doctor -- URL`: what is amiss with a deployed site, each with the step that fixes it. Looks from outside and changes
 * nothing; with MONGODB_URI in the terminal also at the database. Exit code 1 when there is an error.
 */
import { closeMongoClient } from '../db/client';
import { env, EnvironmentError } from '../env';
import type { Finding } from './finding';
import { diagnose } from './diagnose';
import { probeSite } from './probe-site';

const MARKS: Record<Finding['status'], string> = {
  ok: '  ok       ',
  error: '  ERROR    ',
  warning: '  warning  ',
  skipped: '  skipped  ',
};

const url = readUrl(process.argv[2]);
if (url) await check(url);
else {
  console.error('Name the site: npm run doctor -- https://cinema.example');
  process.exitCode = 1;
}

async function check(site: URL): Promise<void> {
  console.log(`Looking at ${site.origin} ...`);
  const list = diagnose(await probeSite(site, knowsDatabase()));
  for (const { status, message, fix } of list) {
    console.log(`${MARKS[status]}${message}`);
    if (fix) console.log(`             -> ${fix}`);
  }
  const errors = list.filter(({ status }) => status === 'error').length;
  const warnings = list.filter(({ status }) => status === 'warning').length;
  console.log(`${formatCount(errors, 'error')}, ${formatCount(warnings, 'warning')}.`);
  if (errors > 0) process.exitCode = 1;
  await closeMongoClient();
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
