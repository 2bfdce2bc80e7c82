import { expect, it } from 'vitest';
import type { Screening } from '@/lib/screenings/schema';
import { screeningsByDay } from './screenings-by-day';

const at = (startsAt: string) => ({ startsAt }) as Screening;

it('puts screenings under the days of the house, in their order', () => {
  const night = at('2026-07-10T22:59:00Z');
  const late = at('2026-07-10T23:30:00Z');
  const evening = at('2026-07-11T18:15:00Z');
  expect(screeningsByDay([night, late, evening])).toEqual([
    { day: '2026-07-10', screenings: [night] },
    { day: '2026-07-11', screenings: [late, evening] },
  ]);
  expect(screeningsByDay([])).toEqual([]);
});
