import { describe, expect, test } from 'vitest';
import { toStage } from './explain';

const indexScan = (name: string, condition: string) => ({
  'Node Type': 'Index Scan',
  'Index Name': name,
  'Index Cond': condition,
});

describe('toStage', () => {
  test('a scan of a named index is an IXSCAN', () => {
    const plan = {
      'Node Type': 'Bitmap Heap Scan',
      Plans: [{ 'Node Type': 'Bitmap Index Scan', 'Index Name': 'slug' }],
    };
    expect(toStage(plan)).toEqual({ stage: 'IXSCAN', indexName: 'slug' });
  });

  test('the primary key by the shard alone reads the whole collection', () => {
    expect(toStage(indexScan('_id_', "(shard_key_value = '2'::bigint)"))).toEqual({ stage: 'COLLSCAN' });
    expect(toStage({ 'Node Type': 'Parallel Seq Scan' })).toEqual({ stage: 'COLLSCAN' });
  });

  test('the primary key by an id is an IXSCAN', () => {
    const condition =
      "((shard_key_value = '2'::bigint) AND (object_id OPERATOR(documentdb_core.=) 'BSONHEX'))";
    expect(toStage(indexScan('_id_', condition))).toEqual({ stage: 'IXSCAN', indexName: '_id_' });
  });

  test('a sort stands above what it sorts, limits and wrappers do not show', () => {
    const sort = { 'Node Type': 'Incremental Sort', Plans: [indexScan('slug', '')] };
    expect(toStage({ 'Node Type': 'Limit', Plans: [{ 'Node Type': 'Custom Scan', Plans: [sort] }] })).toEqual(
      {
        stage: 'SORT',
        inputStage: { stage: 'IXSCAN', indexName: 'slug' },
      },
    );
  });

  test('several inputs are all there, none is EOF', () => {
    const plan = { 'Node Type': 'Nested Loop', Plans: [indexScan('a', ''), { 'Node Type': 'Seq Scan' }] };
    expect(toStage(plan)).toEqual({
      stage: 'OR',
      inputStages: [{ stage: 'IXSCAN', indexName: 'a' }, { stage: 'COLLSCAN' }],
    });
    expect(toStage({ 'Node Type': 'Result' })).toEqual({ stage: 'EOF' });
  });
});
