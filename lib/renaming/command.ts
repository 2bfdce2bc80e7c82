/**
 * `npm run films:rename -- OLD NEW`: gives a film a new address, with its screenings and comments; the old address leads on
 * to it. With `MONGODB_URI` in its environment, and `URL` and `INTERNAL_SECRET` where the site runs.
 */
import {
  type CommandIo,
  parseCommandLine,
  runAsProcess,
  runCommand,
  UsageError,
} from '../command/command-line';
import { ProblemError } from '../problem';
import { requestRevalidation } from '../revalidate/request-revalidation';
import { renameFilm } from './rename-film';

const USAGE = `npm run films:rename -- OLD NEW        gives the film at /films/OLD the address /films/NEW, with its screenings and
                                       comments; the old address leads on to it`;

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
      io.stdout.write(`/films/${from} is /films/${to} now, and leads there.\n`);
      io.stdout.write(isTold ? 'The site shows it at once.\n' : 'The site shows it within two minutes.\n');
      return 0;
    },
  );
}

await runAsProcess(import.meta.url, runRenameCommand);
