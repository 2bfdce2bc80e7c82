import { expect, it } from 'vitest';
import { formatWait } from './wait-words';

it.each([
  [1, '1 second'],
  [4, '4 seconds'],
  [59, '59 seconds'],
  [60, '1 minute'],
  [61, '2 minutes'],
  [5_940, '99 minutes'],
  [5_941, '2 hours'],
  [82_800, '23 hours'],
])('%i seconds are %s', (seconds, words) => {
  expect(formatWait(seconds)).toBe(words);
});
