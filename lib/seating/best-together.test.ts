import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestTogether, leftAlone } from './best-together';
import { parseSeatPlan } from './plan-file';
import { type Seat, type SeatPlan, seatsOf } from './schema';

const plan = parseSeatPlan({
  id: 'small@1',
  zones: [
    { id: 'front', label: 'Front' },
    { id: 'back', label: 'Back' },
  ],
  rows: [
    { row: 'A', zone: 'front', seats: 'ooooo|ooooo' },
    { row: 'B', zone: 'back', seats: 'ooooo|ooooo' },
    { row: 'C', zone: 'back', seats: 'wcooo|oooov' },
  ],
  bestRow: 'B',
});
const allBut =
  (...taken: string[]) =>
  (seat: Seat) =>
    !taken.includes(seat.id);

describe('best together', () => {
  it('is in the best row, in the middle, and leaves nobody alone', () => {
    expect(bestTogether(plan, allBut(), 2)[0]).toEqual(['B4', 'B5']);
    expect(bestTogether(plan, allBut('B3'), 1)[0]).toEqual(['B6']);
  });

  it('leaves a single seat alone when there is no other way', () => {
    const free = allBut(...seatsOf(plan).flatMap(({ id }) => (/^B[123]$/.test(id) ? [] : [id])));
    expect(bestTogether(plan, free, 2)).toEqual([['B2', 'B3']]);
  });

  it('knows the aisle: neighbours by number across it are none', () => {
    const free = allBut(...seatsOf(plan).flatMap(({ id }) => (['B5', 'B6'].includes(id) ? [] : [id])));
    expect(bestTogether(plan, free, 2)).toEqual([]);
  });

  it('offers neither wheelchair places, nor companion seats, nor blocked views', () => {
    const offered = bestTogether(plan, allBut(), 1).flat();
    expect(offered).not.toContain('C1');
    expect(offered).not.toContain('C2');
    expect(offered).not.toContain('C10');
  });

  it.each([
    [{ zone: 'front' }, ['A4', 'A5']],
    [{ aisle: true }, ['B4', 'B5']],
    [{ zone: 'front', aisle: true }, ['A4', 'A5']],
  ])('minds wishes: %j', (wishes, seats) => {
    expect(bestTogether(plan, allBut(), 2, wishes)[0]).toEqual(seats);
  });

  it('offers others after the best one, none of whose seats it has', () => {
    const blocks = bestTogether(plan, allBut(), 3);
    expect(blocks[0]).not.toEqual(blocks[1]);
    expect(new Set(blocks.flat()).size).toBe(blocks.flat().length);
  });

  const rows = fc.array(fc.stringMatching(/^[ox_|]{1,9}$/), { minLength: 1, maxLength: 4 });
  it('finds a place whenever there is one, and only free neighbours', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 4 }), fc.integer(), (texts, count, seed) => {
        const small = planOfRows(texts);
        const free = (seat: Seat) => seat.kind === 'seat' && (hash(seat.id) ^ seed) % 3 !== 0;
        const [best] = bestTogether(small, free, count);
        const possible = everyBlock(small, free, count);
        if (!best) {
          expect(possible).toEqual([]);
          return;
        }
        expect(possible).toContainEqual(best);
        // No other block leaves fewer seats alone.
        const alone = (block: string[]) => leftAlone(small, free, new Set(block)).length;
        expect(alone(best)).toBe(Math.min(...possible.map(alone)));
      }),
    );
  });
});

describe('a seat left alone', () => {
  it.each([
    [['B1'], [], []],
    [['B2'], [], ['B1']],
    [['B2', 'B3', 'B4'], [], ['B1', 'B5']],
    [['B2'], ['B1'], []],
    [['A3'], ['A5'], ['A4']],
  ])('beside %j while %j are taken: %j', (chosen, taken, alone) => {
    expect(leftAlone(plan, allBut(...taken), new Set(chosen))).toEqual(alone);
  });
});

function planOfRows(texts: readonly string[]): SeatPlan {
  return parseSeatPlan({
    id: 'property@1',
    zones: [{ id: 'all', label: 'All' }],
    rows: texts.map((seats, index) => ({ row: 'ABCD'[index] ?? 'Z', zone: 'all', seats })),
  });
}

function everyBlock({ rows }: SeatPlan, free: (seat: Seat) => boolean, count: number): string[][] {
  const blocks: string[][] = [];
  for (const { seats } of rows) {
    for (let start = 0; start + count <= seats.length; start++) {
      const block = seats.slice(start, start + count);
      if (block.every((seat) => seat && free(seat))) blocks.push(block.map((seat) => seat?.id ?? ''));
    }
  }
  return blocks;
}

function hash(text: string): number {
  return [...text].reduce((sum, character) => sum * 31 + (character.codePointAt(0) ?? 0), 7);
}
