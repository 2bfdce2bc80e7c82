import type { database } from '../db/client';

export type Db = Awaited<ReturnType<typeof database>>;

/** What a migration works with. */
export interface MigrationRun {
  db: Db;
  /** Count what would change, and change nothing. */
  dryRun: boolean;
  /**
   * Call it after each batch with the number of documents so far: it shows progress and renews the claim. Throws if
   * another run has taken over because this one was silent for too long.
   */
  progress(changed: number): Promise<void>;
}

/**
 * One change of what is stored, with a number that never changes. It may be broken off after any batch and run again from its
 * beginning, and a second run finds nothing to do. It is history: it uses raw collections and no code of a domain, because
 * that will have moved on when an old database meets it.
 */
export interface Migration {
  id: number;
  /** As in the file's name. */
  name: string;
  /** For the person who runs it. */
  what: string;
  /** @returns the number of documents that it changed, or would change */
  up(run: MigrationRun): Promise<number>;
}
