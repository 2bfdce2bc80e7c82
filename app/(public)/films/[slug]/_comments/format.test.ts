import { expect, it } from 'vitest';
import {
  announceCharacterCount,
  editMinutesLeft,
  formatBan,
  formatCharacterCount,
  formatEditWindow,
  formatWait,
} from './format';

it.each([
  [2000, ''],
  [101, ''],
  [100, '100 characters left.'],
  [51, '100 characters left.'],
  [50, '50 characters left.'],
  [10, '10 characters left.'],
  [0, '10 characters left.'],
  [-1, 'Too long.'],
])('with %i left it says "%s"', (left, announcement) => {
  expect(announceCharacterCount(left)).toBe(announcement);
});

it('shows the count with its limit', () => {
  expect(formatCharacterCount(34, 2000)).toBe('34 of 2,000');
  expect(formatCharacterCount(2014, 2000)).toBe('2,014 of 2,000');
});

const at = '2026-11-20T17:00:00.000Z';

it.each([
  ['2026-11-20T16:58:00.000Z', 15],
  ['2026-11-20T17:00:00.000Z', 15],
  ['2026-11-20T17:08:30.000Z', 7],
  ['2026-11-20T17:14:59.999Z', 1],
  ['2026-11-20T17:15:00.000Z', 0],
  ['2026-11-21T17:00:00.000Z', 0],
])('at %s there are %i minutes left', (now, minutes) => {
  expect(editMinutesLeft(at, new Date(now))).toBe(minutes);
});

it('says how long a comment can be edited', () => {
  expect(formatEditWindow(6)).toBe('Edit, 6 minutes left');
  expect(formatEditWindow(1)).toBe('Edit, 1 minute left');
});

it.each([
  [1, '1 second'],
  [4, '4 seconds'],
  [59, '59 seconds'],
  [60, '1 minute'],
  [61, '2 minutes'],
  [5_940, '99 minutes'],
  [5_941, '2 hours'],
  [82_800, '23 hours'],
])('%i seconds are %s', (seconds, text) => {
  expect(formatWait(seconds)).toBe(text);
});

it('says what still works, until when, and why', () => {
  const reason = 'the same advertisement on nine films.';
  expect(formatBan({ reason, until: '2026-11-27T09:00:00Z' })).toBe(
    'You can read, but not write until Friday 27 November 2026, 09:00. Reason given: the same advertisement on nine films.',
  );
});

it('has no end where none was set', () => {
  expect(formatBan({ reason: '', until: null })).toBe('You can read, but not write.');
});
