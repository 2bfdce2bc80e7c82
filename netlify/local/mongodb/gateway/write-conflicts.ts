import { setTimeout as delay } from 'node:timers/promises';
import { deserialize, type Document } from 'bson';
import type { CommandDocument } from './command-document';
import { DUPLICATE_KEY, WRITE_CONFLICT, toCommandError } from './errors';

const ATTEMPTS = 10;
const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 500;

/** Where the statements of each write command stand when they are not in a document sequence. */
const STATEMENTS: Record<string, string> = { insert: 'documents', update: 'updates', delete: 'deletes' };

type Reply = Document | Buffer;

/**
 * Runs a command outside of a transaction, again where mongod would repeat it by itself and tell nobody: a write that met another
 * one, and an upsert by `_id` alone whose key somebody else has just inserted (the next attempt finds and changes it). Never a command of which a part
 * is done. Random pauses, so that those who met do not meet again.
 */
export async function runWithRetry(
  command: CommandDocument,
  sequence: Buffer | null,
  run: () => Promise<Reply>,
): Promise<Reply> {
  for (let attempt = 1; ; attempt += 1) {
    let reply: Reply | undefined;
    let failure: unknown;
    try {
      reply = await run();
    } catch (error) {
      failure = error;
    }
    const code = reply ? codeOfReply(reply) : toCommandError(failure, false).code;
    // What is thrown has undone the whole command, however many statements it has.
    const isPassing = (!reply && code === WRITE_CONFLICT) || isRepeated(command, sequence, code);
    if (attempt === ATTEMPTS || !isPassing) {
      if (reply) return reply;
      throw failure;
    }
    await delay(Math.random() * Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS));
  }
}

function codeOfReply(reply: Reply): number {
  if (!('writeErrors' in reply)) return 0;
  const [first] = reply['writeErrors'] as Document[];
  return Number(first?.['code']);
}

function isRepeated(command: CommandDocument, sequence: Buffer | null, code: number): boolean {
  if (code !== WRITE_CONFLICT && code !== DUPLICATE_KEY) return false;
  const statements = statementsOf(command, sequence);
  if (statements.length !== 1) return false;
  return code === WRITE_CONFLICT || isUpsertById(statements[0] ?? {});
}

function statementsOf({ name, spec }: CommandDocument, sequence: Buffer | null): Document[] {
  const command = deserialize(spec);
  const field = STATEMENTS[name];
  if (!field) return [command];
  const listed = (command[field] ?? []) as Document[];
  return sequence ? [...listed, ...documentsOf(sequence)] : listed;
}

function documentsOf(sequence: Buffer): Document[] {
  const documents: Document[] = [];
  for (let at = 0; at < sequence.length; at += sequence.readInt32LE(at)) {
    documents.push(deserialize(sequence.subarray(at, at + sequence.readInt32LE(at))));
  }
  return documents;
}

/** A statement of `update` has its filter in `q`, findAndModify in `query`. */
function isUpsertById({ q, query, upsert }: Document): boolean {
  return upsert === true && Object.keys((q ?? query ?? {}) as Document).join() === '_id';
}
