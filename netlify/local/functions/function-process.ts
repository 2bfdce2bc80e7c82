import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const childFile = fileURLToPath(new URL('./child.mjs', import.meta.url));

export type FunctionSettings = {
  name: string;
  /** Where it runs: the unpacked zip, or the project when served from source. */
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Base64 of where the blobs are, as Netlify puts it into each call. */
  blobs?: string;
  /** Only from source: the file, Netlify's bootstrap for it, and a port for a debugger. */
  source?: { file: string; bootstrap: string; inspectPort?: number };
  log: (line: string) => void;
  purges?: Purges;
};

/** What a function served from source says about itself; a packaged one is described by the manifest. */
export type SourceDescription = { events: string[]; paths: string[]; schedule?: string };
export type RunningFunction = { port: number; about?: SourceDescription };

/** One function's process: started by the first call, again after it died or its source changed. */
export type FunctionProcess = {
  name: string;
  ready(): Promise<RunningFunction>;
  /** Process id while it runs, for the page that shows what runs. */
  pid(): number | undefined;
  /** After a call got no answer: waits a moment for the end of a dying process, so that the next call gets a new one. */
  settle(): Promise<void>;
  /** The next call gets a new process. */
  restart(): void;
  stop(): Promise<void>;
};

export function createFunctionProcess(settings: FunctionSettings): FunctionProcess {
  let child: ChildProcess | undefined;
  let running: Promise<RunningFunction> | undefined;

  const forget = (gone: ChildProcess): void => {
    if (child !== gone) return;
    child = undefined;
    running = undefined;
  };
  const start = (): Promise<RunningFunction> => {
    const started = spawnFunction(settings);
    child = started;
    started.once('exit', () => forget(started));
    return whenListening(started, settings.name);
  };
  const kill = (): Promise<void> => {
    const old = child;
    if (!old) return Promise.resolve();
    forget(old);
    return new Promise((resolve) => {
      old.once('exit', () => resolve());
      old.kill('SIGKILL');
    });
  };
  return {
    name: settings.name,
    ready: () => (running ??= start()),
    pid: () => child?.pid,
    settle: () => (child ? exitOf(child, 1000) : Promise.resolve()),
    restart: () => void kill(),
    stop: kill,
  };
}

function exitOf(child: ChildProcess, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, limitMs);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function spawnFunction({ name, cwd, env, blobs, source, log, purges }: FunctionSettings): ChildProcess {
  const options = [];
  if (source) options.push('--import', 'tsx');
  if (source?.inspectPort) options.push(`--inspect=127.0.0.1:${source.inspectPort}`);
  const about = { name, blobs, source: source?.file, bootstrap: source?.bootstrap };
  const child = spawn(process.execPath, [...options, childFile], {
    cwd,
    env: { ...env, MARQUEE_FUNCTION: JSON.stringify(about) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.on('message', (message: { purge?: string[] }) => {
    if (message.purge) purges?.add({ tags: message.purge, at: new Date().toISOString() });
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      for (const line of String(chunk).trimEnd().split('\n')) log(line);
    });
  }
  return child;
}

function whenListening(child: ChildProcess, name: string): Promise<RunningFunction> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as RunningFunction));
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(new Error(`the function ${name} ended (${signal ?? code}) before it listened`)),
    );
  });
}

/** What the site has asked Netlify to throw out of its CDN, newest last. There is no CDN here: it is only written down. */
export type Purges = { add(purge: Purge): void; list(): Purge[] };
export type Purge = { tags: string[]; at: string };

const capacity = 500;

export function createPurges(): Purges {
  const purges: Purge[] = [];
  return {
    add(purge) {
      purges.push(purge);
      if (purges.length > capacity) purges.shift();
    },
    list: () => [...purges],
  };
}
