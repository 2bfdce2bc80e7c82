import { expect, it } from 'vitest';
import { formatMoney } from './money';

it.each([
  [1100, 'EUR', '€11.00'],
  [850, 'EUR', '€8.50'],
  [0, 'EUR', '€0.00'],
  [1200, 'JPY', 'JP¥1,200'],
])('%i minor units of %s are %s', (amountMinor, currency, words) => {
  expect(formatMoney({ amountMinor, currency })).toBe(words);
});
