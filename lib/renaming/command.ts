/**
 * `npm run films:rename -- OLD NEW`: gives a film a new address, with its screenings and comments; the old address redirects
 * to it. With `MONGODB_URI` in its environment, and `URL` and `INTERNAL_SECRET` where the site runs.
 */
import {
  type CommandIo,
  parseCommandLine,
  runAsProcess,
  runCommand,
  UsageError,
} from '../command/command-line';
import { moveComments } from '../comments/bulk';
import { inTransaction } from '../db/transaction';
import { moveFilm } from '../films/move-film';
import { slugSchema } from '../films/schema';
import { ProblemError } from '../problem';
import { requestRevalidation } from '../revalidate/request-revalidation';
import { moveScreenings } from '../screenings/screenings';

const USAGE = `npm run films:rename -- OLD NEW        gives the film at /films/OLD the address /films/NEW, with its screenings and
                                       comments; the old address redirects to it`;

/** @returns the exit code */
export async function runRenameCommand(argv: readonly string[], io: CommandIo): Promise<number> {
  return runCommand(
    io,
    (error) => error instanceof ProblemError,
    async () => {
      const [from, to, ...more] = parseCommandLine(argv, USAGE, {}).positionals;
      if (!from || !to || more.length > 0) {
        throw new UsageError('Say two addresses: npm run films:rename -- OLD NEW');
      }
      await renameFilm(from, to);
      const isTold = await requestRevalidation({ filmSlugs: [from, to], programme: true });
      io.stdout.write(`/films/${from} is /films/${to} now; the old address redirects to it.\n`);
      io.stdout.write(isTold ? 'The site shows it at once.\n' : 'The site shows it within two minutes.\n');
      return 0;
    },
  );
}

/**
 * Gives a film a new address, with its screenings and comments, in one transaction. The old address redirects to the
 * new one. A comment that arrives meanwhile is moved afterwards.
 *
 * Throws `invalid` (422), `not-found` (404), and `conflict` (409) for an address that is or was another film's.
 */
export async function renameFilm(from: string, to: string): Promise<void> {
  for (const slug of [from, to]) requireSlug(slug);
  if (from === to) return;
  await inTransaction(async (session) => {
    await moveFilm(from, to, session);
    await moveScreenings(from, to, session);
    await moveComments(from, to, session);
  });
  await inTransaction((session) => moveComments(from, to, session));
}

function requireSlug(slug: string): void {
  const checked = slugSchema.safeParse(slug);
  if (checked.success) return;
  const message = checked.error.issues[0]?.message ?? '';
  throw new ProblemError('invalid', { detail: message, errors: [{ path: 'slug', message }] });
}

await runAsProcess(import.meta.url, runRenameCommand);
