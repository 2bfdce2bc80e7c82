import { spawn } from 'node:child_process';

export interface ChildOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Aborted: the child is killed at once. */
  signal?: AbortSignal;
  /** Leads a process group of its own, so that what it starts is killed with it. */
  group?: boolean;
  /** Called for each line on stdout. */
  onLine?: (line: string) => void;
}

export interface ChildResult {
  code: number | null;
  stdout: string;
  stderr: string;
  /** Both, as they came. */
  output: string;
}

/** Runs a program to its end and keeps what it prints. It never outlives this process. */
export function runChild(command: string, args: string[], options: ChildOptions = {}): Promise<ChildResult> {
  const { cwd, env = process.env, signal, group = false, onLine } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, detached: group, stdio: ['ignore', 'pipe', 'pipe'] });
    const kill = (): void => killQuietly(group ? -Number(child.pid) : Number(child.pid));
    signal?.addEventListener('abort', kill, { once: true });
    process.once('exit', kill);
    const printed = { stdout: '', stderr: '', output: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        printed[stream] += text;
        printed.output += text;
        if (stream === 'stdout' && onLine) for (const line of text.split('\n')) if (line) onLine(line);
      });
    }
    const end = (): void => {
      signal?.removeEventListener('abort', kill);
      process.off('exit', kill);
    };
    child.on('error', (error) => {
      end();
      reject(error);
    });
    child.on('close', (code) => {
      end();
      resolve({ code, ...printed });
    });
  });
}

/** Runs a command and returns what it printed on stdout; fails with the command's own last lines. */
export async function runCommand(
  command: string,
  args: string[],
  options: Pick<ChildOptions, 'cwd' | 'onLine'> = {},
): Promise<string> {
  const env = { ...process.env, LC_ALL: 'C' };
  const { code, stdout, stderr } = await runChild(command, args, { ...options, env });
  if (code === 0) return stdout;
  const lastLines = stderr.trim().split('\n').slice(-3).join(' ');
  throw new Error(`${command} ${args.at(-1) ?? ''} failed: ${lastLines}`);
}

export function killQuietly(pid: number): void {
  try {
    if (pid) process.kill(pid, 'SIGKILL');
  } catch {
    // It went by itself.
  }
}
