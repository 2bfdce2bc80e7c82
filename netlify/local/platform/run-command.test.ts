import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';

/** A command of its own process, whose parts are started by `start`. */
async function run(start: string): Promise<{ code: number | null; errors: string; tookMs: number }> {
  const script = `
    import { CliError } from './netlify/local/platform/cli-error.ts';
    import { runUntilStopped } from './netlify/local/platform/run-command.ts';
    runUntilStopped(() => undefined, async (stoppers) => { ${start} });`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const begun = performance.now();
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, errors, tookMs: performance.now() - begun };
}

test('a start that fails ends with 1 and one sentence, though something listens and a part cannot be stopped', async () => {
  const { code, errors, tookMs } = await run(`
    (await import('node:http')).createServer().listen(0, '127.0.0.1');
    await stoppers.add('a part', () => new Promise(() => undefined));
    throw new CliError('the seed failed: no primary.');`);
  expect([code, errors]).toEqual([1, '\nmarquee: the seed failed: no primary.\n']);
  expect(tookMs).toBeLessThan(10_000);
}, 15_000);
