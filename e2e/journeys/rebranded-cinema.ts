import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';

const run = promisify(execFile);

/** What a cinema takes over when it forks the product. Of `netlify/` nothing: a function's code is not needed for pages. */
const parts = ['app', 'lib', 'public', 'package.json', 'next.config.mjs', 'tsconfig.json'];

export interface RebrandedCinema {
  url: string;
  /** Text of a file of the copy, such as `public/emails/recovery.html`. */
  read(path: string): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Copies the product, changes `lib/cinema.ts` by these replacements, builds it (mails among it) and starts it with
 * `next start` on a free port, with nothing but `env`.
 */
export async function startRebrandedCinema(
  replacements: Record<string, string>,
  env: Record<string, string>,
): Promise<RebrandedCinema> {
  const folder = join('.local/test', `renamed-${process.pid}`);
  await mkdir(folder, { recursive: true });
  for (const part of parts) await cp(part, join(folder, part), { recursive: true });
  // The packages that are installed here: fonts are read from their files.
  await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  await rename(join(folder, 'lib/cinema.ts'), replacements);
  const { PATH, HOME } = process.env;
  const options = { cwd: folder, env: { ...env, PATH, HOME, NODE_ENV: 'production' as const } };
  await run('npm', ['run', 'build'], { ...options, maxBuffer: 1e7 });
  const next = join(process.cwd(), 'node_modules/next/dist/bin/next');

  const port = await freePort();
  const child = spawn(process.execPath, [next, 'start', '--port', String(port)], {
    ...options,
    stdio: 'ignore',
  });
  const url = `http://localhost:${port}`;
  const answers = () =>
    fetch(`${url}/api/health`).then(
      ({ status }) => status,
      () => null,
    );
  await expect.poll(answers, { message: 'the rebranded cinema opens', timeout: 60_000 }).toBe(200);
  return {
    url,
    read: (path) => readFile(join(folder, path), 'utf8'),
    async stop() {
      await end(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function rename(file: string, replacements: Record<string, string>): Promise<void> {
  let text = await readFile(file, 'utf8');
  for (const [before, after] of Object.entries(replacements)) {
    expect(text, `${file} says ${before}`).toContain(before);
    text = text.replaceAll(before, after);
  }
  await writeFile(file, text);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (typeof address !== 'object' || !address) throw new Error('a port was asked for');
  return address.port;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
