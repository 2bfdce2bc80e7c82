import { expect, it } from 'vitest';
import { formatPrices, defaultPrices } from './prices';

const euro = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const evening = [
  { kind: 'full' as const, price: euro(1100) },
  { kind: 'concession' as const, price: euro(850) },
  { kind: 'child' as const, price: euro(600) },
];
const matinee = [{ kind: 'full' as const, price: euro(700) }];

it('says what each kind of ticket costs', () => {
  expect(formatPrices(evening)).toBe('€11.00, concession €8.50, child €6.00');
});

it('finds the prices that most screenings have', () => {
  expect(defaultPrices([{ prices: matinee }, { prices: evening }, { prices: evening }])).toBe(
    '€11.00, concession €8.50, child €6.00',
  );
  expect(defaultPrices([])).toBe('');
});
