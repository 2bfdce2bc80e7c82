import { expect, it } from 'vitest';
import { capitalised, pluralize, spellOutNumber } from './numbers';

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
  expect(capitalised(pluralize(26, 'film', 'films'))).toBe('Twenty-six films');
});
