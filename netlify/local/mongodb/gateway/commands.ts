/** Which SQL function of DocumentDB answers which command. */
import { deserialize, type Document } from 'bson';
import type { CommandDocument } from './command-document';
import type { Cursors, FirstPageFunction } from './cursors';
import { CommandError, WRITE_CONFLICT, codeOfPacked, translateWriteErrors } from './errors';
import { explain } from './explain';
import { buildInfoReply } from './hello';
import type { PostgresSession } from './postgres-session';

export interface CommandContext {
  session: PostgresSession;
  cursors: Cursors;
  inTransaction: boolean;
  sequence: Buffer | null;
}

type Reply = Document | Buffer;
type Command = (command: CommandDocument, context: CommandContext) => Promise<Reply> | Reply;

const BSON = (position: number): string => `$${position}::bytea::documentdb_core.bson`;

const firstPage =
  (fn: FirstPageFunction): Command =>
  ({ database, spec }, { cursors }) =>
    cursors.firstPage(fn, database, spec);

/** A function of database and command that returns the reply. */
const asked =
  (fn: string): Command =>
  async ({ database, spec }, { session }) => {
    const [row] = await session.rows(`SELECT ${fn}($1, ${BSON(2)})::bytea`, [database, spec]);
    return row?.[0] as Buffer;
  };

/** insert, update, delete: a reply, and whether all of it succeeded. */
const write =
  (fn: string): Command =>
  async ({ database, spec }, { session, sequence, inTransaction }) => {
    const [row] = await session.rows(
      `SELECT p_result::bytea, p_success FROM documentdb_api.${fn}($1, ${BSON(2)}, $3::bytea::documentdb_core.bsonsequence)`,
      [database, spec, sequence],
    );
    const [result, success] = row as [Buffer, boolean];
    if (success) return result;
    const reply = deserialize(result, { promoteLongs: false, promoteValues: true });
    const writeErrors = translateWriteErrors((reply['writeErrors'] ?? []) as Document[]);
    const conflict = writeErrors.find((entry) => entry['code'] === WRITE_CONFLICT);
    if (conflict && inTransaction) throw new CommandError(WRITE_CONFLICT, String(conflict['errmsg']), true);
    return { ...reply, writeErrors };
  };

/** Index commands answer a refusal as a document, with a packed code; `ok` may be a boolean. */
function orRefuse(reply: Document = {}): Document {
  if (Number(reply['ok']) === 1) return { ...reply, ok: 1 };
  throw new CommandError(codeOfPacked(Number(reply['code'])), String(reply['errmsg']));
}

const findAndModify: Command = async ({ database, spec }, { session }) => {
  const [row] = await session.rows(
    `SELECT p_result::bytea FROM documentdb_api.find_and_modify($1, ${BSON(2)})`,
    [database, spec],
  );
  return row?.[0] as Buffer;
};

const createIndexes: Command = async ({ database, spec }, { session }) => {
  const [row] = await session.rows(
    `SELECT documentdb_api_internal.create_indexes_non_concurrently($1, ${BSON(2)}, true)::bytea`,
    [database, spec],
  );
  const answer = deserialize(row?.[0] as Buffer);
  return orRefuse((answer['raw'] as Document | undefined)?.['defaultShard'] as Document | undefined);
};

const dropIndexes: Command = async ({ database, spec }, { session }) => {
  const [row] = await session.rows(
    `SELECT retval::bytea FROM documentdb_api_internal.drop_indexes_non_concurrently($1, ${BSON(2)}) AS retval`,
    [database, spec],
  );
  return orRefuse(deserialize(row?.[0] as Buffer));
};

const drop: Command = async ({ database, target }, { session }) => {
  const [row] = await session.rows('SELECT documentdb_api.drop_collection($1, $2)', [database, target]);
  if (row?.[0] !== true) throw new CommandError(26, 'ns not found');
  return { ns: `${database}.${String(target)}`, ok: 1 };
};

const dropDatabase: Command = async ({ database }, { session }) => {
  await session.rows('SELECT documentdb_api.drop_database($1)', [database]);
  return { dropped: database, ok: 1 };
};

const collMod: Command = async ({ database, target, spec }, { session }) => {
  const [row] = await session.rows(`SELECT documentdb_api.coll_mod($1, $2, ${BSON(3)})::bytea`, [
    database,
    target,
    spec,
  ]);
  return row?.[0] as Buffer;
};

/** A function of the command document alone. */
const askedOfServer =
  (fn: string): Command =>
  async ({ spec }, { session }) => {
    const [row] = await session.rows(`SELECT documentdb_api.${fn}(${BSON(1)})::bytea`, [spec]);
    return row?.[0] as Buffer;
  };

const collStats: Command = async ({ database, target }, { session }) => {
  const [row] = await session.rows('SELECT documentdb_api.coll_stats($1, $2)::bytea', [database, target]);
  return row?.[0] as Buffer;
};

const dbStats: Command = async ({ database }, { session }) => {
  const [row] = await session.rows('SELECT documentdb_api.db_stats($1)::bytea', [database]);
  return row?.[0] as Buffer;
};

const COMMANDS = new Map<string, Command>([
  ['find', firstPage('find_cursor_first_page')],
  ['aggregate', firstPage('aggregate_cursor_first_page')],
  ['listCollections', firstPage('list_collections_cursor_first_page')],
  ['listIndexes', firstPage('list_indexes_cursor_first_page')],
  ['getMore', ({ target, database, spec }, { cursors }) => cursors.getMore(target, database, spec)],
  ['killCursors', ({ spec }, { cursors }) => cursors.kill(spec)],
  ['insert', write('insert')],
  ['update', write('update')],
  ['delete', write('delete')],
  ['findAndModify', findAndModify],
  ['count', asked('documentdb_api.count_query')],
  ['distinct', asked('documentdb_api.distinct_query')],
  ['create', asked('documentdb_api.create_collection_view')],
  ['createIndexes', createIndexes],
  ['dropIndexes', dropIndexes],
  ['drop', drop],
  ['dropDatabase', dropDatabase],
  ['collMod', collMod],
  ['collStats', collStats],
  ['dbStats', dbStats],
  ['listDatabases', askedOfServer('list_databases')],
  ['renameCollection', askedOfServer('rename_collection')],
  ['explain', (command, { session }) => explain(command, session)],
  ['ping', () => ({ ok: 1 })],
  ['endSessions', () => ({ ok: 1 })],
  ['buildInfo', buildInfoReply],
  ['buildinfo', buildInfoReply],
]);

/** Runs one command; throws CommandError, or what PostgreSQL reported. */
export async function runCommand(command: CommandDocument, context: CommandContext): Promise<Reply> {
  const run = COMMANDS.get(command.name);
  if (!run) throw new CommandError(59, `no such command: '${command.name}'`);
  return run(command, context);
}
