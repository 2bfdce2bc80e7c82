import { expect, it } from 'vitest';
import { editMinutesLeft, formatEditWindow } from './edit-words';

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

it('says it in words', () => {
  expect(formatEditWindow(6)).toBe('Edit, 6 minutes left');
  expect(formatEditWindow(1)).toBe('Edit, 1 minute left');
});
