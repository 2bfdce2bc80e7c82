import { spawn } from 'node:child_process';
import type { ShutdownStack } from '../../netlify/local/process/command';

export type CommandOptions = {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Shows the output as it comes; it is kept in any case. */
  live: boolean;
  shutdown: ShutdownStack;
};

/** Runs a command in a process group of its own, so that a stop reaches everything that it started. */
export function runCommand(
  command: string,
  args: string[],
  { cwd, env, live, shutdown }: CommandOptions,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const stop = (): void => void stopGroup(child.pid);
    shutdown.signal.addEventListener('abort', stop, { once: true });
    let output = '';
    for (const [stream, shown] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const) {
      stream.on('data', (chunk: Buffer) => {
        output += String(chunk);
        if (live) shown.write(chunk);
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      shutdown.signal.removeEventListener('abort', stop);
      resolve({ code, output });
    });
  });
}

/** Asks first: servers that tests started put their own things away. */
async function stopGroup(pid: number | undefined): Promise<void> {
  if (pid === undefined) return;
  for (let tries = 0; signalGroup(pid, tries === 0 ? 'SIGTERM' : 0); tries += 1) {
    if (tries > 50) signalGroup(pid, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}
