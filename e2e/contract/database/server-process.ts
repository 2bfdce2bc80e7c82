import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';

const SERVE = fileURLToPath(new URL('../../../netlify/local/mongodb/serve.ts', import.meta.url));

/** The local platform's database as a process of its own. */
export interface ServerProcess {
  /** Holds `{database}` where a name belongs. */
  uri: string;
  description: string;
  startedByUs: boolean;
  control(action: 'kill' | 'stop' | 'start'): Promise<void>;
  end(): Promise<void>;
}

/** Starts it with its data in `dataDir`, which `end` removes. With MONGODB_URI set it only passes that server on. */
export async function startServerProcess(dataDir: string): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', SERVE, '--data', dataDir, '--die-with-parent'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  const firstLine = new Promise<string>(
    (resolve) => void createInterface(child.stdout).once('line', resolve),
  );
  const line = await Promise.race([firstLine, exited]);
  if (!line) throw new Error('no database to test; its own words are above');
  const ready = JSON.parse(line) as Pick<ServerProcess, 'uri' | 'description' | 'startedByUs'> & {
    controlUrl: string;
  };
  return {
    ...ready,
    async control(action) {
      const answer = await fetch(`${ready.controlUrl}/${action}`, { method: 'POST' });
      if (!answer.ok) throw new Error(`${action}: ${answer.status} ${await answer.text()}`);
    },
    async end() {
      child.kill('SIGTERM');
      await exited;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
