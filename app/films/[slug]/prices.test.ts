import { expect, it } from 'vitest';
import { pricesInWords, usualPrices } from './prices';

const euro = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const evening = [
  { kind: 'full' as const, price: euro(1100) },
  { kind: 'concession' as const, price: euro(850) },
  { kind: 'child' as const, price: euro(600) },
];
const matinee = [{ kind: 'full' as const, price: euro(700) }];

it('says what each kind of ticket costs', () => {
  expect(pricesInWords(evening)).toBe('€11.00, concession €8.50, child €6.00');
});

it('finds the prices that most screenings have', () => {
  expect(usualPrices([{ prices: matinee }, { prices: evening }, { prices: evening }])).toBe(
    '€11.00, concession €8.50, child €6.00',
  );
  expect(usualPrices([])).toBe('');
});
