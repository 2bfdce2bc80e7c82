import { execFile, spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { BenchSite } from './house';

const run = promisify(execFile);
const next = 'node_modules/next/dist/bin/next';
const folder = 'e2e/bench/minimal';

export interface Minimal {
  url: string;
  stop(): Promise<void>;
}

/** Builds and starts the minimal app with the site's own Next, on the house's database. */
export async function startMinimal(house: BenchSite): Promise<Minimal> {
  const env = {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    MONGODB_URI: house.mongodbUri,
    NODE_ENV: 'production' as const,
  };
  await run(process.execPath, [next, 'build', folder], { env });
  const port = await freePort();
  const child = spawn(process.execPath, [next, 'start', folder, '-p', String(port)], {
    env,
    stdio: 'ignore',
  });
  const url = `http://localhost:${port}`;
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error('The minimal app has ended before it listened');
    await pause(100);
  }
  return {
    url,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
