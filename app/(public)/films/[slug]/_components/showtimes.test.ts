import { expect, it } from 'vitest';
import type { Screening } from '@/lib/screenings/schema';
import { defaultPrices, formatPrices, screeningsByDay } from './showtimes';

const at = (startsAt: string) => ({ startsAt }) as Screening;

it('showtimes: puts screenings under the days of the cinema, in their order', () => {
  const night = at('2026-07-10T22:59:00Z');
  const late = at('2026-07-10T23:30:00Z');
  const evening = at('2026-07-11T18:15:00Z');
  expect(screeningsByDay([night, late, evening])).toEqual([
    { day: '2026-07-10', screenings: [night] },
    { day: '2026-07-11', screenings: [late, evening] },
  ]);
  expect(screeningsByDay([])).toEqual([]);
});

const euro = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const evening = [
  { kind: 'full' as const, price: euro(1100) },
  { kind: 'concession' as const, price: euro(850) },
  { kind: 'child' as const, price: euro(600) },
];
const matinee = [{ kind: 'full' as const, price: euro(700) }];

it('showtimes: says what each kind of ticket costs', () => {
  expect(formatPrices(evening)).toBe('€11.00, concession €8.50, child €6.00');
});

it('showtimes: finds the prices that most screenings have', () => {
  expect(defaultPrices([{ prices: matinee }, { prices: evening }, { prices: evening }])).toBe(
    '€11.00, concession €8.50, child €6.00',
  );
  expect(defaultPrices([])).toBe('');
});
