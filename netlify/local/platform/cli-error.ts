import { MongodbUnavailable } from '../mongodb/local-mongodb';

/** A failure that a person can mend: one sentence and the way out, shown without a stack. */
export class CliError extends Error {}

/** What to show a person for a failure: the sentence, or for our own bugs the stack. */
export function explain(error: unknown): string {
  if (error instanceof CliError || error instanceof MongodbUnavailable) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
