/** What has been started and must be stopped, last in first out. Safe to stop in the middle of a start. */
export type ShutdownStack = {
  /** Registers how to stop something; when the stop is already under way it is stopped at once. */
  add(name: string, stop: () => unknown): Promise<void>;
  /** Stops everything once; later calls wait for the first. Errors are said and do not keep the rest running. */
  stopAll(): Promise<void>;
  /** Lets long steps give up because another one failed; what was started is stopped by `stopAll`, as ever. */
  giveUp(): void;
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
    giveUp: () => abort.abort(),
    signal: abort.signal,
  };
}
