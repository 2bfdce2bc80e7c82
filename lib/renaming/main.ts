/**
 * `npm run films:rename -- OLD NEW`: gives a film a new address, with its screenings and comments; the old address leads on
 * to it. With `MONGODB_URI` in its environment, and `URL` and `INTERNAL_SECRET` where the site runs.
 */
import { closeMongoClient, isDatabaseUnavailable } from '../db/client';
import { EnvironmentError } from '../env';
import { ProblemError } from '../problem';
import { requestRevalidation } from '../site/expire-pages';
import { renameFilm } from './rename-film';

const [from, to] = process.argv.slice(2);

try {
  if (from && to) await rename(from, to);
  else fail('Say two addresses: npm run films:rename -- OLD NEW');
} catch (error) {
  fail(explain(error));
} finally {
  await closeMongoClient();
}

async function rename(old: string, slug: string): Promise<void> {
  await renameFilm(old, slug);
  const isTold = await requestRevalidation({ filmSlugs: [old, slug], programme: true });
  console.log(`/films/${old} is /films/${slug} now, and leads there.`);
  console.log(isTold ? 'The site shows it at once.' : 'The site shows it within two minutes.');
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

function explain(error: unknown): string {
  if (error instanceof ProblemError || error instanceof EnvironmentError) return error.message;
  if (isDatabaseUnavailable(error))
    return 'The database does not answer: is MONGODB_URI right, and may this machine reach the server?';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
