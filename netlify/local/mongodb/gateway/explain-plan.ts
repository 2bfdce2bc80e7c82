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
