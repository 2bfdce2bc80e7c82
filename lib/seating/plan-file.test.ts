import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { numberedPlaces, parseSeatPlan } from './plan-file';
import { seatsOf } from './schema';

const file = {
  id: 'small@1',
  zones: [{ id: 'front', label: 'Front', supplementMinor: -200 }],
  rows: [
    { row: 'A', zone: 'front', seats: 'oo|oo' },
    { row: 'B', zone: 'front', seats: 'wc_vx' },
  ],
};

describe('a seat plan file', () => {
  it('numbers seats from the left and leaves out gaps and aisles', () => {
    const plan = parseSeatPlan(file);
    expect(plan.rows.map(({ seats }) => seats.map((seat) => seat?.id ?? null))).toEqual([
      ['A1', 'A2', null, 'A3', 'A4'],
      ['B1', 'B2', null, 'B3', 'B4'],
    ]);
    expect(seatsOf(plan).map(({ kind }) => kind)).toEqual([
      'seat',
      'seat',
      'seat',
      'seat',
      'wheelchair',
      'companion',
      'restricted-view',
      'out-of-order',
    ]);
  });

  it('says which seats are on an aisle, and which wheelchair place a companion seat belongs to', () => {
    const seats = seatsOf(parseSeatPlan(file));
    expect(seats.filter(({ aisle }) => aisle).map(({ id }) => id)).toEqual(['A2', 'A3']);
    expect(seats.find(({ id }) => id === 'B2')?.companionOf).toBe('B1');
  });

  it('may number one side odd and the other even', () => {
    const rows = [{ row: 'A', zone: 'front', seats: 'ooo', first: 2, step: 2 }];
    expect(seatsOf(parseSeatPlan({ ...file, rows })).map(({ id }) => id)).toEqual(['A2', 'A4', 'A6']);
  });

  it.each([
    [{ rows: [...file.rows, ...file.rows] }, 'Row A is there twice\nRow B is there twice'],
    [{ rows: [{ row: 'A', zone: 'back', seats: 'oo' }] }, 'Row A: no zone “back”'],
    [
      { rows: [{ row: 'A', zone: 'front', seats: 'oqo' }] },
      'Row A, character 2: “q” is none of o w c v x _ |',
    ],
    [
      { rows: [{ row: 'A', zone: 'front', seats: 'occw' }] },
      'Row A: companion seat A2 has no wheelchair place of its own beside it',
    ],
    [{ facts: [{ seats: ['Z1'], fact: 'Steps' }] }, 'A fact is about Z1, which is no seat'],
    [{ bestRow: 'Q' }, 'bestRow: no row “Q”'],
    [{ id: 'small' }, 'id: Invalid string: must match pattern /^[a-z0-9]+(-[a-z0-9]+)*@[1-9]\\d*$/'],
  ])('is refused with what is wrong: %j', (change, message) => {
    expect(() => parseSeatPlan({ ...file, ...change })).toThrow(message);
  });
});

describe('the plans that come with the project', () => {
  it.each([
    ['grand', 1350, 6],
    ['studio', 200, 3],
    ['cellar', 48, 1],
  ])('%s has %i places, %i of them for wheelchairs', (name, count, wheelchairs) => {
    const path = `netlify/local/seed/data/seat-plans/${name}.json`;
    const seats = seatsOf(parseSeatPlan(JSON.parse(readFileSync(path, 'utf8'))));
    expect(seats).toHaveLength(count);
    expect(new Set(seats.map(({ id }) => id)).size).toBe(count);
    expect(seats.filter(({ kind }) => kind === 'wheelchair')).toHaveLength(wheelchairs);
  });
});

it('an auditorium without a plan has numbered places', () => {
  const plan = numberedPlaces(60);
  expect(plan.id).toBe('places-60@1');
  expect(seatsOf(plan).map(({ id }) => id)).toEqual(Array.from({ length: 60 }, (_, n) => `P${n + 1}`));
});
