/**
 * `npm run doctor -- URL`: what is amiss with a deployed site, each with the step that mends it. Looks from outside and changes
 * nothing; with MONGODB_URI in the terminal also at the database. Exit code 1 when something is broken.
 */
import { closeMongoClient } from '../db/client';
import { env, EnvironmentError } from '../env';
import type { Finding } from './finding';
import { probeSite } from './gather';
import { findings } from './rules';

const MARKS: Record<Finding['mark'], string> = {
  well: '  well   ',
  broken: '  BROKEN ',
  note: '  note   ',
  unseen: '  -      ',
};

const url = readUrl(process.argv[2]);
if (url) await check(url);
else {
  console.error('Name the site: npm run doctor -- https://cinema.example');
  process.exitCode = 1;
}

async function check(site: URL): Promise<void> {
  console.log(`Looking at ${site.origin} ...`);
  const list = findings(await probeSite(site, knowsDatabase()));
  for (const { mark, says, mend } of list) {
    console.log(`${MARKS[mark]}${says}`);
    if (mend) console.log(`           -> ${mend}`);
  }
  const faults = list.filter(({ mark }) => mark === 'broken').length;
  console.log(faults === 0 ? 'Nothing is broken.' : `${faults} to mend.`);
  if (faults > 0) process.exitCode = 1;
  await closeMongoClient();
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
