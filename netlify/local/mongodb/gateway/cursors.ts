import { deserialize, type Long } from 'bson';
import { CommandError } from './errors';
import type { PostgresSession } from './postgres-session';

const CURSOR_NOT_FOUND = 43;

const GET_MORE = `SELECT cursorpage::bytea, continuation::bytea
  FROM documentdb_api.cursor_get_more($1, $2::bytea::documentdb_core.bson, $3::bytea::documentdb_core.bson)`;

/** The functions that answer with a first page. */
export type FirstPageFunction =
  | 'find_cursor_first_page'
  | 'aggregate_cursor_first_page'
  | 'list_collections_cursor_first_page'
  | 'list_indexes_cursor_first_page';

/** Open cursors of one client connection; in load-balanced mode a driver asks for more on the same one. */
export class Cursors {
  private readonly continuations = new Map<string, Buffer>();

  constructor(private readonly session: PostgresSession) {}

  async firstPage(fn: FirstPageFunction, database: string, spec: Buffer): Promise<Buffer> {
    const [row] = await this.session.rows(
      `SELECT cursorpage::bytea, continuation::bytea, cursorid FROM documentdb_api.${fn}($1, $2::bytea::documentdb_core.bson)`,
      [database, spec],
    );
    const [page, continuation, id] = row ?? [];
    if (Buffer.isBuffer(continuation)) this.continuations.set(String(id), continuation);
    return page as Buffer;
  }

  async getMore(id: unknown, database: string, spec: Buffer): Promise<Buffer> {
    const key = String(id);
    const known = this.continuations.get(key);
    if (!known) throw new CommandError(CURSOR_NOT_FOUND, `cursor id ${key} not found`);
    const [row] = await this.session.rows(GET_MORE, [database, spec, known]);
    const [page, continuation] = row ?? [];
    if (Buffer.isBuffer(continuation)) this.continuations.set(key, continuation);
    else this.continuations.delete(key);
    return page as Buffer;
  }

  /** `{ killCursors: collection, cursors: [ids] }` */
  async kill(spec: Buffer): Promise<{ cursorsKilled: Long[]; cursorsNotFound: Long[]; ok: 1 }> {
    const ids = deserialize(spec, { promoteLongs: false })['cursors'] as Long[];
    const cursorsKilled = ids.filter((id) => this.continuations.delete(String(id)));
    const cursorsNotFound = ids.filter((id) => !cursorsKilled.includes(id));
    if (cursorsKilled.length > 0) {
      await this.session.rows('SELECT documentdb_api_internal.delete_cursors($1::bigint[])::bytea', [
        cursorsKilled.map(String),
      ]);
    }
    return { cursorsKilled, cursorsNotFound, ok: 1 };
  }
}
