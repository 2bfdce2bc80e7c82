import { expect, it } from 'vitest';
import { parseSeatPlan } from '@/lib/seating/plan-file';
import { seatsOf } from '@/lib/seating/schema';
import { blocksOf } from './blocks-of';

const plan = parseSeatPlan({
  id: 'large@1',
  zones: [
    { id: 'front', label: 'Front' },
    { id: 'back', label: 'Back' },
  ],
  rows: [
    { row: 'A', zone: 'front', seats: 'oo|ooo|oo' },
    { row: 'B', zone: 'front', seats: 'oooooo' },
    { row: 'C', zone: 'back', seats: 'ooox' },
  ],
  bestRow: 'B',
});

it('a large plan is cut at its aisles, or in three, and each part says what is free in it', () => {
  const taken = new Set(['B1', 'B2', 'A4', 'C1']);
  const isFree = ({ id, kind }: { id: string; kind: string }) => kind !== 'out-of-order' && !taken.has(id);
  expect(blocksOf(plan, isFree)).toEqual([
    {
      zone: 'front',
      label: 'Front',
      blocks: [
        { part: 'Left', freeCount: 2, start: 'A2' },
        { part: 'Centre', freeCount: 4, start: 'B3' },
        { part: 'Right', freeCount: 4, start: 'B5' },
      ],
    },
    {
      zone: 'back',
      label: 'Back',
      blocks: [
        { part: 'Left', freeCount: 0, start: 'C1' },
        { part: 'Centre', freeCount: 2, start: 'C2' },
        { part: 'Right', freeCount: 0, start: 'C4' },
      ],
    },
  ]);
});

it('no seat is in two parts or in none', () => {
  const counted = blocksOf(plan, () => true).flatMap(({ blocks }) =>
    blocks.map(({ freeCount }) => freeCount),
  );
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(seatsOf(plan).length);
});
