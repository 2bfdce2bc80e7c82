import { deserialize, type Document, serialize } from 'bson';
import type { CommandDocument } from './command-document';
import { CommandError } from './errors';
import type { PostgresSession } from './postgres-session';

const FUNCTIONS: Record<string, string> = {
  find: 'bson_aggregation_find',
  aggregate: 'bson_aggregation_pipeline',
  count: 'bson_aggregation_count',
  distinct: 'bson_aggregation_distinct',
};

/** `{ explain: { find | aggregate | count | distinct | update | delete | findAndModify } }` -> `queryPlanner.winningPlan`. */
export async function explain(command: CommandDocument, session: PostgresSession): Promise<Document> {
  const asked = deserialize(command.spec, { promoteValues: false, bsonRegExp: true })['explain'] as Document;
  const spec = toReadCommand(asked);
  const name = Object.keys(spec)[0] ?? '';
  const fn = FUNCTIONS[name];
  if (!fn) throw new CommandError(59, `explain of '${name}' is not supported`);
  const plan = await planOf(fn, command.database, serialize(spec), session);
  const namespace = `${command.database}.${String(spec[name])}`;
  return { queryPlanner: { namespace, winningPlan: toStage(plan) }, ok: 1 };
}

/**
 * Sequential scans and sorts are made dear, so that one shows only where no index serves: on a collection of a test's size
 * PostgreSQL would rightly prefer them, and the answer would say nothing about the real one.
 */
async function planOf(
  fn: string,
  database: string,
  spec: Uint8Array,
  session: PostgresSession,
): Promise<PlanNode> {
  await session.run('BEGIN; SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off');
  try {
    const [row] = await session.rowsUnprepared(
      `EXPLAIN (FORMAT JSON) SELECT document FROM documentdb_api_catalog.${fn}($1, $2::bytea::documentdb_core.bson)`,
      [database, Buffer.from(spec)],
    );
    const plans = (row?.[0] ?? []) as { Plan: PlanNode }[];
    return plans[0]?.Plan ?? { 'Node Type': 'Result' };
  } finally {
    await session.run('ROLLBACK');
  }
}

/** A write is explained as the read that finds its documents. */
function toReadCommand(asked: Document): Document {
  const name = Object.keys(asked)[0] ?? '';
  if (name === 'findAndModify')
    return { find: asked[name], filter: asked['query'] ?? {}, sort: asked['sort'] ?? {} };
  const [first] = (asked['updates'] ?? asked['deletes'] ?? []) as Document[];
  return first ? { find: asked[name], filter: first['q'] } : asked;
}

/** PostgreSQL's plan in MongoDB's words, as far as anyone may rely on it: which index, or none. */

/** A node of PostgreSQL's `EXPLAIN (FORMAT JSON)`. */
export interface PlanNode {
  'Node Type': string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Plans?: PlanNode[];
}

export interface Stage {
  stage: 'COLLSCAN' | 'IXSCAN' | 'SORT' | 'OR' | 'EOF';
  indexName?: string;
  inputStage?: Stage;
  inputStages?: Stage[];
}

/** Every collection's rows carry this column; a scan of the primary key by it alone reads the whole collection. */
const WHOLE_COLLECTION = /^\(shard_key_value = '\d+'::bigint\)$/;

export function toStage(node: PlanNode): Stage {
  const type = node['Node Type'];
  if (/Index (Only )?Scan$/.test(type)) return toIndexStage(node);
  if (type.endsWith('Seq Scan')) return { stage: 'COLLSCAN' };
  const inputs = (node.Plans ?? []).map(toStage);
  const input = inputs.length > 1 ? { stage: 'OR' as const, inputStages: inputs } : inputs[0];
  if (!input) return { stage: 'EOF' };
  return type.endsWith('Sort') ? { stage: 'SORT', inputStage: input } : input;
}

function toIndexStage(node: PlanNode): Stage {
  const indexName = node['Index Name'] ?? '';
  if (indexName === '_id_' && WHOLE_COLLECTION.test(node['Index Cond'] ?? '')) return { stage: 'COLLSCAN' };
  return { stage: 'IXSCAN', indexName };
}
