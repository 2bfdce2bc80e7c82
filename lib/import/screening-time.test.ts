import { expect, test } from 'vitest';
import { readStart } from './screening-time';

const iso = (row: Parameters<typeof readStart>[0]) => readStart(row, null).toISOString();

test.each([
  [{ date: '2026-11-27', time: '20:30' }, '2026-11-27T20:30:00.000Z'],
  [{ date: '27 Nov 2026', time: '8.30 pm' }, '2026-11-27T20:30:00.000Z'],
  [{ date: 'Jul 3, 2026', time: '20:30' }, '2026-07-03T19:30:00.000Z'],
  [{ start: '2026-07-03 20:30' }, '2026-07-03T19:30:00.000Z'],
  [{ start: '2026-07-03T20:30:00' }, '2026-07-03T19:30:00.000Z'],
  [{ start: '2026-07-03T20:30+01:00' }, '2026-07-03T19:30:00.000Z'],
  [{ start: '2026-11-27T20:30Z' }, '2026-11-27T20:30:00.000Z'],
  [{ date: '2026-11-27', time: '12:05 am' }, '2026-11-27T00:05:00.000Z'],
  [{ date: '2026-11-27', time: '12:05pm' }, '2026-11-27T12:05:00.000Z'],
  // The hour that comes twice, with its offset.
  [{ date: '2026-10-25', time: '01:30+01:00' }, '2026-10-25T00:30:00.000Z'],
  [{ date: '2026-10-25', time: '01:30+00:00' }, '2026-10-25T01:30:00.000Z'],
  [{ date: '2026-10-25', time: '02:00' }, '2026-10-25T02:00:00.000Z'],
])('%j', (row, instant) => {
  expect(iso(row)).toBe(instant);
});

test.each([
  [
    { date: '2027-03-28', time: '01:30' },
    'a time that does not exist: the clocks go forward in the night of 2027-03-28 and leave out 01:30',
  ],
  [
    { date: '2026-10-25', time: '01:30' },
    'a time that comes twice: 01:30 on 2026-10-25: write 01:30+01:00 for the first, 01:30+00:00 for the second',
  ],
  [
    { date: '2026-07-03', time: '20:30Z' },
    'its time cannot be read: +00:00 is not the house’s time on 2026-07-03, which is +01:00',
  ],
  [{ date: '2026-11-27', time: '24:30' }, 'its time cannot be read: “24:30”; write it as 20:30'],
  [{ date: '2026-11-27', time: '20:75' }, 'its time cannot be read'],
  [{ date: '2026-11-27', time: '14:30 pm' }, 'its time cannot be read'],
  [{ date: '2026-11-27', time: 'evening' }, 'its time cannot be read'],
  [{ date: 'Nov 2026', time: '20:30' }, 'its date cannot be read: “Nov 2026” is no day'],
  [{ date: '03/07/2026', time: '20:30' }, '“03/07/2026” may be either day'],
  [{ date: '2026-11-27' }, 'no time: a date and a time, or a start with both'],
  [{}, 'no time: a date and a time, or a start with both'],
])('%j is refused', (row, words) => {
  expect(() => iso(row)).toThrow(words);
});
