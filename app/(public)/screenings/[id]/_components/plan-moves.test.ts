import { describe, expect, it } from 'vitest';
import { parseSeatPlan } from '@/lib/seating/plan-file';
import { neighbour } from './plan-moves';

const plan = parseSeatPlan({
  id: 'small@1',
  zones: [{ id: 'all', label: 'All' }],
  rows: [
    { row: 'A', zone: 'all', seats: 'oo|oo' },
    { row: 'B', zone: 'all', seats: 'ooo|ooo' },
    { row: 'C', zone: 'all', seats: 'ww' },
  ],
});

describe('an arrow in the seat plan leads', () => {
  it.each([
    ['A1', 'ArrowRight', 'A2'],
    ['A2', 'ArrowRight', 'A3'],
    ['A1', 'ArrowLeft', null],
    ['A4', 'ArrowRight', null],
    ['B3', 'Home', 'B1'],
    ['B3', 'End', 'B6'],
    ['A1', 'ArrowDown', 'B2'],
    ['B1', 'ArrowDown', 'C1'],
    ['B6', 'ArrowDown', 'C2'],
    ['C1', 'ArrowUp', 'B3'],
    ['A1', 'ArrowUp', null],
    ['C1', 'ArrowDown', null],
    ['A1', 'Enter', null],
  ])('from %s with %s to %s', (from, key, to) => {
    expect(neighbour(plan, from, key)).toBe(to);
  });
});
