import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openTargetDatabase } from './target-database';
import { CliError, projectRoot, runUntilStopped, type ShutdownStack } from '../process/command';

/**
 * Runs one of the project's own scripts on a database: `node netlify/local/start.mjs run-script SCRIPT ...`. A process of its
 * own, because such a script uses `lib`, which reads its own variables.
 */
const log = (line: string): void => console.error(`marquee: ${line}`);

runUntilStopped(log, async (shutdown) => {
  const [script, ...args] = process.argv.slice(2);
  if (!script) throw new CliError('name a script, such as lib/migrations/command.ts.');
  // Help needs no database, and nobody wants to wait for one.
  const isHelp = args.some((word) => word === '--help' || word === '-h');
  if (!isHelp) log(`works on ${await openTargetDatabase(script, log, shutdown)}`);
  return run(join(projectRoot, script), args, shutdown);
});

function run(script: string, args: string[], shutdown: ShutdownStack): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), script, ...args], {
      // Files are named as seen from where the command was called, which npm hands on.
      cwd: process.env.INIT_CWD ?? projectRoot,
      stdio: 'inherit',
    });
    shutdown.signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
