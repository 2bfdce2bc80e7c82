import { fileURLToPath } from 'node:url';
import { explain } from './cli-error';
import { createShutdownStack } from './shutdown-stack';
import type { ShutdownStack } from './shutdown-stack';

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
  start: (stoppers: ShutdownStack) => Promise<void | number>,
): void {
  const stoppers = createShutdownStack(log);
  let complete = false;
  let requested = false;
  const running = start(stoppers);
  const stop = async (code: number): Promise<never> => {
    const limitMs = code === 1 ? failedStopLimitMs : stopLimitMs;
    setTimeout(() => process.exit(code || 1), limitMs).unref();
    await stoppers.stopAll();
    // A part that was just coming up is stopped by `stoppers` when it is there: not before may this process end.
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
