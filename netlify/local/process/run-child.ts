import { spawn } from 'node:child_process';

export interface CommandOptions {
  /** Called for each line that the command prints. */
  onLine?: (line: string) => void;
  env?: Record<string, string>;
}

/** Runs a command to its end and returns what it printed on stdout; fails with the command's own last words. */
export async function runCommand(
  command: string,
  args: string[],
  options: CommandOptions = {},
): Promise<string> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C', ...options.env },
  });
  const endWithUs = (): void => void child.kill();
  process.once('exit', endWithUs);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    for (const line of text.split('\n')) if (line) options.onLine?.(line);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => process.off('exit', endWithUs));
  if (code !== 0)
    throw new Error(
      `${command} ${args.at(-1) ?? ''} failed: ${stderr.trim().split('\n').slice(-3).join(' ')}`,
    );
  return stdout;
}
