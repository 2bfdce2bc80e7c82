import { expect, test } from 'vitest';
import { createShutdownStack, Interrupted } from './command';
import { spawn } from 'node:child_process';

test('what was started last is stopped first, each thing once', async () => {
  const stopped: string[] = [];
  const shutdown = createShutdownStack(() => undefined);
  await shutdown.add('database', () => stopped.push('database'));
  await shutdown.add('edge', () => stopped.push('edge'));
  await Promise.all([shutdown.stopAll(), shutdown.stopAll()]);
  expect(stopped).toEqual(['edge', 'database']);
  expect(shutdown.signal.aborted).toBe(true);
});

test('one that cannot be stopped is said and does not keep the rest running', async () => {
  const stopped: string[] = [];
  const said: string[] = [];
  const shutdown = createShutdownStack((line) => said.push(line));
  await shutdown.add('database', () => stopped.push('database'));
  await shutdown.add('edge', () => Promise.reject(new Error('stuck')));
  await shutdown.stopAll();
  expect(stopped).toEqual(['database']);
  expect(said).toEqual(['could not stop edge: stuck']);
});

test('what comes up after the stop began is stopped at once, and the start ends there', async () => {
  const stopped: string[] = [];
  const shutdown = createShutdownStack(() => undefined);
  await shutdown.stopAll();
  const late = shutdown.add('database', () => stopped.push('database'));
  await expect(late).rejects.toThrow(Interrupted);
  expect(stopped).toEqual(['database']);
});

test('a start that gives up keeps what it started until it is told to stop', async () => {
  const stopped: string[] = [];
  const shutdown = createShutdownStack(() => undefined);
  await shutdown.add('edge', () => stopped.push('edge'));
  shutdown.abort();
  expect(shutdown.signal.aborted).toBe(true);
  expect(stopped).toEqual([]);
  await expect(shutdown.add('late', () => stopped.push('late'))).rejects.toThrow(Interrupted);
  await shutdown.stopAll();
  expect(stopped).toEqual(['late', 'edge']);
});

/** A command of its own process, whose parts are started by `start`. */
async function run(start: string): Promise<{ code: number | null; errors: string }> {
  const script = `
    import { CliError, runUntilStopped } from './netlify/local/process/command.ts';
    runUntilStopped(() => undefined, async (shutdown) => { ${start} });`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, errors };
}

test('a start that fails ends with 1 and one sentence, though something listens and a part cannot be stopped', async () => {
  const { code, errors } = await run(`
    (await import('node:http')).createServer().listen(0, '127.0.0.1');
    await shutdown.add('a part', () => new Promise(() => undefined));
    throw new CliError('the seed failed: no primary.');`);
  expect([code, errors]).toEqual([1, '\nmarquee: the seed failed: no primary.\n']);
}, 60_000);
