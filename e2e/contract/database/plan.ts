import type { Document } from 'mongodb';

/** What a query would read: every stage of its winning plans, and the indexes they name. */
export interface Plan {
  /** True when every place that reads a collection reads it by an index. */
  usesIndex: boolean;
  indexNames: string[];
  sorts: boolean;
}

const BY_INDEX = /IXSCAN|IDHACK|COUNT_SCAN|DISTINCT_SCAN/;

/** Reads an `explain` as far as both engines agree: index or no index, which one, and whether it sorts afterwards. */
export function planOf(explained: Document): Plan {
  const stages = collectStages(explained);
  const names = stages.map(({ stage }) => stage);
  return {
    usesIndex: names.some((name) => BY_INDEX.test(name)) && !names.includes('COLLSCAN'),
    indexNames: [...new Set(stages.flatMap(({ indexName }) => indexName ?? []))],
    sorts: names.some((name) => name.startsWith('SORT')),
  };
}

interface Stage {
  stage: string;
  indexName?: string;
}

function collectStages(node: unknown): Stage[] {
  if (Array.isArray(node)) return node.flatMap(collectStages);
  if (typeof node !== 'object' || node === null) return [];
  const fields = node as Record<string, unknown>;
  const { stage, indexName } = fields;
  const own =
    typeof stage === 'string' ? [{ stage, ...(typeof indexName === 'string' ? { indexName } : {}) }] : [];
  const below = Object.entries(fields).filter(
    ([name]) => name !== 'rejectedPlans' && name !== 'executionStats',
  );
  return [...own, ...below.flatMap(([, value]) => collectStages(value))];
}
