import { fileURLToPath } from 'node:url';

/** A failure that a person can fix: one sentence and the way out, shown without a stack. */
export class CliError extends Error {}

/** What to show a person for a failure: the sentence, or for our own bugs the stack. */
export function explain(error: unknown): string {
  if (error instanceof CliError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** What has been started and must be stopped, last in first out. Safe to stop in the middle of a start. */
export type ShutdownStack = {
  /** Registers how to stop something; when the stop is already under way it is stopped at once. */
  add(name: string, stop: () => unknown): Promise<void>;
  /** Stops everything once; later calls wait for the first. Errors are said and do not keep the rest running. */
  stopAll(): Promise<void>;
  /** Lets long steps give up because another one failed; what was started is stopped by `stopAll`, as ever. */
  abort(): void;
  /** Aborted as soon as the stop begins: long steps of a start give up. */
  signal: AbortSignal;
};

/** Thrown through a start that was interrupted: there is nothing to explain. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted');
  }
}

export function createShutdownStack(log: (line: string) => void): ShutdownStack {
  const stack: { name: string; stop: () => unknown }[] = [];
  const abort = new AbortController();
  let stopping: Promise<void> | undefined;

  const stopOne = async (name: string, stop: () => unknown): Promise<void> => {
    try {
      await stop();
    } catch (error) {
      log(`could not stop ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const stopStack = async (): Promise<void> => {
    for (let entry = stack.pop(); entry; entry = stack.pop()) await stopOne(entry.name, entry.stop);
  };
  return {
    async add(name, stop) {
      if (abort.signal.aborted) {
        await stopOne(name, stop);
        throw new Interrupted();
      }
      stack.push({ name, stop });
    },
    stopAll() {
      abort.abort();
      stopping ??= stopStack();
      return stopping;
    },
    abort: () => abort.abort(),
    signal: abort.signal,
  };
}

/** The project's folder. */
export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

/** Events are signed and tokens issued with it on this machine only; `IDENTITY_JWT_SECRET` names another. */
export const localJwtSecret = 'marquee-local-secret';

/** How long a stop may take before the process ends without it; after a failure somebody waits for the prompt. */
const stopLimitMs = 15_000;
const failedStopLimitMs = 5_000;

/**
 * Runs a command that starts things: a signal, or a parent that is gone, stops everything that was started, in the
 * middle of a start too. The exit code is 0 for a stop after a complete start, 130 for an interrupted start, else 1;
 * a command that comes to an end by itself answers with its own.
 */
export function runUntilStopped(
  log: (line: string) => void,
  start: (shutdown: ShutdownStack) => Promise<void | number>,
): void {
  const shutdown = createShutdownStack(log);
  let complete = false;
  let requested = false;
  const running = start(shutdown);
  const stop = async (code: number): Promise<never> => {
    const limitMs = code === 1 ? failedStopLimitMs : stopLimitMs;
    setTimeout(() => process.exit(code || 1), limitMs).unref();
    await shutdown.stopAll();
    // A part that was just coming up is stopped by `shutdown` when it is there: not before may this process end.
    await running.catch(() => undefined);
    process.exit(code);
  };
  const stopOnRequest = (): void => {
    if (requested) return;
    requested = true;
    log('stopping ...');
    void stop(complete ? 0 : 130);
  };
  process.on('SIGINT', stopOnRequest).on('SIGTERM', stopOnRequest).on('disconnect', stopOnRequest);
  running.then(
    (code) => {
      complete = true;
      if (code !== undefined && !requested) void stop(code);
    },
    (error: unknown) => {
      if (requested) return;
      console.error(`\nmarquee: ${explain(error)}`);
      void stop(1);
    },
  );
}
