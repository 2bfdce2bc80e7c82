import { setTimeout as pause } from 'node:timers/promises';
import { type Collection, type Document, MongoServerError } from 'mongodb';
import { isDuplicateKey } from './client';

const WRITE_CONFLICT = 112;
const TRIES = 6;
const FIRST_PAUSE_MS = 20;

// Writes of one document: such a one is done or refused whole, so a refused one is repeated without doubling anything.
const OF_ONE_DOCUMENT = new Set([
  'deleteOne',
  'findOneAndDelete',
  'findOneAndReplace',
  'findOneAndUpdate',
  'insertOne',
  'replaceOne',
  'updateOne',
]);

/**
 * The collection whose writes of one document are repeated when they met another one: nobody is told of a conflict that is
 * over a moment later. In a transaction nothing is repeated here: `inTransaction` runs the whole of it again.
 */
export function withWriteRetry<T extends Document>(collection: Collection<T>): Collection<T> {
  return new Proxy(collection, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      if (!OF_ONE_DOCUMENT.has(String(name))) return value.bind(target);
      return (...args: unknown[]) => {
        const write = (): Promise<unknown> => value.apply(target, args);
        if (hasSession(args)) return write();
        return repeated(write, isPlainUpsert(args) ? isConflictOrDuplicateKey : isWriteConflict);
      };
    },
  });
}

/**
 * Runs `write` again while it fails in a way that passes, a few times, after pauses of chance, so that those who met do not
 * meet again. What has not passed then is thrown as a write conflict: try again later (503).
 */
export async function repeated<R>(write: () => Promise<R>, passes: (error: unknown) => boolean): Promise<R> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write();
    } catch (error) {
      if (!passes(error)) throw error;
      if (tries === TRIES) throw asConflict(error);
      await pause(Math.random() * FIRST_PAUSE_MS * 2 ** (tries - 1));
    }
  }
}

export function isWriteConflict(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === WRITE_CONFLICT;
}

/** Also a key that is taken: by another first write of the same document, which the next try finds and changes. */
export function isConflictOrDuplicateKey(error: unknown): boolean {
  return isWriteConflict(error) || isDuplicateKey(error);
}

/**
 * An upsert by its id alone. One with further conditions collides on purpose when they are not met: that is its answer, and
 * the caller's to read.
 */
function isPlainUpsert([filter, , options]: unknown[]): boolean {
  const isUpsert = (options as { upsert?: boolean } | undefined)?.upsert === true;
  return isUpsert && Object.keys(filter as object).join() === '_id';
}

function hasSession(args: unknown[]): boolean {
  return (args.at(-1) as { session?: unknown } | undefined)?.session !== undefined;
}

function asConflict(error: unknown): unknown {
  if (isWriteConflict(error)) return error;
  const message = `A write met others ${TRIES} times: ${error instanceof Error ? error.message : ''}`;
  return new MongoServerError({ code: WRITE_CONFLICT, codeName: 'WriteConflict', message });
}
