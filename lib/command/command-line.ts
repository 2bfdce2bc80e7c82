import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { closeMongoClient, isDatabaseUnavailable } from '../db/client';
import { EnvironmentError } from '../env';

/** Where a command writes: the process, or what a test looks at. */
export interface CommandIo {
  stdout: { write(text: string): unknown; isTTY?: boolean };
  stderr: { write(text: string): unknown; isTTY?: boolean };
}

/** The arguments are wrong: the message says why, and how the command is used. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

class HelpRequest extends Error {}

/** The arguments of a command, all of which know `--help` and `-h`. Throws `UsageError`, which names what is not known. */
export function parseCommandLine<Options extends ParseArgsOptionsConfig>(
  argv: readonly string[],
  usage: string,
  options: Options,
) {
  if (argv.some((word) => word === '--help' || word === '-h')) throw new HelpRequest(usage);
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    // Node goes on to say how a file could be called like an option.
    const [sentence = ''] = (error as Error).message.split('. ');
    throw new UsageError(`${sentence.replace(/\.?$/, '.')}\n\n${usage}`);
  }
}

/**
 * Runs a command and closes the database client. Errors are printed to `stderr` as a sentence, with a stack only for
 * our own bugs.
 *
 * @param isSentence whether an error's message is for people
 * @returns the exit code: 1 after an error
 */
export async function runCommand(
  io: CommandIo,
  isSentence: (error: unknown) => boolean,
  work: () => Promise<number>,
): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HelpRequest) {
      io.stdout.write(`${error.message}\n`);
      return 0;
    }
    io.stderr.write(`${explain(error, isSentence)}\n`);
    return 1;
  } finally {
    await closeMongoClient();
  }
}

function explain(error: unknown, isSentence: (error: unknown) => boolean): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof UsageError || error instanceof EnvironmentError || isSentence(error))
    return error.message;
  if (isDatabaseUnavailable(error))
    return 'The database does not answer: is MONGODB_URI right, and may this machine reach the server?';
  return error.stack ?? error.message;
}

/**
 * Runs a command if its module is the one that Node was started with. A reader that closes the pipe early, such as
 * `head`, is not an error.
 */
export async function runAsProcess(
  moduleUrl: string,
  run: (argv: readonly string[], io: CommandIo) => Promise<number>,
): Promise<void> {
  const [, entry = ''] = process.argv;
  if (entry === '' || realpathSync(entry) !== fileURLToPath(moduleUrl)) return;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit();
    });
  }
  process.exitCode = await run(process.argv.slice(2), process);
}
