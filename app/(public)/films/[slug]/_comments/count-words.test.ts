import { expect, it } from 'vitest';
import { announceCharacterCount, formatCharacterCount } from './count-words';

it.each([
  [2000, ''],
  [101, ''],
  [100, '100 characters left.'],
  [51, '100 characters left.'],
  [50, '50 characters left.'],
  [10, '10 characters left.'],
  [0, '10 characters left.'],
  [-1, 'Too long.'],
])('with %i left it says "%s"', (left, news) => {
  expect(announceCharacterCount(left)).toBe(news);
});

it('shows the count with its limit', () => {
  expect(formatCharacterCount(34, 2000)).toBe('34 of 2,000');
  expect(formatCharacterCount(2014, 2000)).toBe('2,014 of 2,000');
});
