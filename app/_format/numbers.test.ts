import { expect, it } from 'vitest';
import { capitalize, formatMoney, pluralize, spellOutNumber } from './numbers';

it.each([
  [0, 'no'],
  [1, 'one'],
  [12, 'twelve'],
  [15, 'fifteen'],
  [16, 'sixteen'],
  [20, 'twenty'],
  [26, 'twenty-six'],
  [99, 'ninety-nine'],
  [100, '100'],
])('%i in words is %s', (count, words) => {
  expect(spellOutNumber(count)).toBe(words);
});

it('formatCount counts things in the singular and the plural', () => {
  expect(pluralize(1, 'screen', 'screens')).toBe('one screen');
  expect(capitalize(pluralize(26, 'film', 'films'))).toBe('Twenty-six films');
});

it.each([
  [1100, 'EUR', '€11.00'],
  [850, 'EUR', '€8.50'],
  [0, 'EUR', '€0.00'],
  [1200, 'JPY', 'JP¥1,200'],
])('%i minor units of %s are %s', (amountMinor, currency, words) => {
  expect(formatMoney({ amountMinor, currency })).toBe(words);
});
