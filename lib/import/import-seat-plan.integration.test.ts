import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { folderWith, runImport } from '../../e2e/fixtures/import-run';
import { cellar } from '../../e2e/fixtures/programme-data';
import { databaseContents, emptyCollections, useTestDatabase } from '../../e2e/fixtures/test-database';
import { auditoriumsById, ensureAuditoriums } from '../screenings/auditoriums';
import { seatsOf } from '../seating/schema';
import { findSeatPlan } from '../seating/seat-plans';
import { importSeatPlan } from './import-seat-plan';

beforeAll(useTestDatabase);
beforeEach(async () => {
  await emptyCollections('auditoriums');
  await ensureAuditoriums([cellar]);
});

const plan = {
  id: 'cellar@7',
  zones: [{ id: 'all', label: 'All seats' }],
  rows: [{ row: 'A', zone: 'all', seats: 'oo|oo' }],
};

async function fileOf(content: unknown): Promise<string> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return join(await folderWith({ 'plan.json': text }), 'plan.json');
}

describe('importSeatPlan', () => {
  it('stores the example for its auditorium, and changes nothing the second time', async () => {
    const file = 'docs/import/seat-plan.json';
    const first = await runImport((run) => importSeatPlan(file, run));
    expect(first).toEqual({
      counts: { 'seat plans': [1, 1, 0, 0, 0] },
      printed: ['cellar@1: 32 seats in 4 rows.'],
    });
    expect((await auditoriumsById(['cellar'])).get('cellar')?.planId).toBe('cellar@1');
    const stored = await findSeatPlan('cellar@1');
    expect(stored && seatsOf(stored)).toHaveLength(32);
    const before = await databaseContents();
    const second = await runImport((run) => importSeatPlan(file, run));
    expect(second.counts).toEqual({ 'seat plans': [1, 0, 1, 0, 0] });
    expect(await databaseContents()).toEqual(before);
  });

  it('writes nothing in a dry run', async () => {
    const before = await databaseContents();
    const file = await fileOf(plan);
    const ran = await runImport((run) => importSeatPlan(file, run), { dryRun: true });
    expect(ran.counts).toEqual({ 'seat plans': [1, 1, 0, 0, 0] });
    expect(await databaseContents()).toEqual(before);
  });

  it.each([
    ['of no auditorium', { ...plan, id: 'attic@1' }, /^There is no auditorium attic/],
    [
      'with more seats than the auditorium',
      { ...plan, rows: [{ row: 'A', zone: 'all', seats: 'o'.repeat(61) }] },
      'The plan has 61 seats, and Cellar has 60: correct one of the two.',
    ],
    ['that is none', { ...plan, rows: [{ row: 'A', zone: 'none', seats: 'oo' }] }, 'Row A: no zone “none”'],
    ['that is no JSON', '{', /is not valid JSON\.$/],
  ])('refuses a plan %s', async (_, content, message) => {
    const file = await fileOf(content);
    const before = await databaseContents();
    await expect(runImport((run) => importSeatPlan(file, run))).rejects.toThrow(message);
    expect(await databaseContents()).toEqual(before);
  });

  it('refuses another plan under a version that is stored', async () => {
    const [first, other] = [
      await fileOf(plan),
      await fileOf({ ...plan, rows: [{ ...plan.rows[0], seats: 'o' }] }),
    ];
    await runImport((run) => importSeatPlan(first, run));
    await expect(runImport((run) => importSeatPlan(other, run))).rejects.toThrow(
      'give the plan the next version',
    );
  });
});
