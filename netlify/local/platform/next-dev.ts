import { spawn, type ChildProcess } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { CliError, Interrupted, type ShutdownStack } from '../process/command';
import { freePort } from '../process/free-port';

type NextDevOptions = {
  root: string;
  env: NodeJS.ProcessEnv;
  inspectPort?: number;
  log: (line: string) => void;
  shutdown: ShutdownStack;
};

/** Starts `next dev` on a free port of its own, behind the edge. */
export async function startNextDev(options: NextDevOptions): Promise<{ port: number }> {
  const { root, env, inspectPort, log, shutdown } = options;
  const port = await freePort();
  const args = [
    join(root, 'node_modules/next/dist/bin/next'),
    'dev',
    '--hostname',
    '127.0.0.1',
    '--port',
    String(port),
  ];
  if (inspectPort) args.push('--inspect', `127.0.0.1:${inspectPort}`);
  log('starting next dev ...');
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...env, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      for (const line of String(chunk).trimEnd().split('\n')) if (isNews(line)) log(`[next] ${line}`);
    });
  }
  await shutdown.add('next dev', () => stopChild(child));
  await whenListening(child, port, shutdown.signal);
  return { port };
}

/** Its own address is behind the edge and only leads astray. */
const isNews = (line: string): boolean =>
  /\w/.test(stripVTControlCharacters(line)) && !/^\s*- (Local|Network):/.test(line);

async function whenListening(child: ChildProcess, port: number, signal: AbortSignal): Promise<void> {
  while (!(await answers(port))) {
    if (signal.aborted) throw new Interrupted();
    if (child.exitCode !== null)
      throw new CliError('next dev ended before it listened (its output is above).');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), 3000);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
