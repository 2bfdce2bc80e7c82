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
  // As programmes print it.
  [{ date: '2027-09-01', time: '8pm' }, '2027-09-01T19:00:00.000Z'],
  [{ date: '2027-09-02', time: '8 p.m.' }, '2027-09-02T19:00:00.000Z'],
  [{ date: '2027-09-03', time: '20h30' }, '2027-09-03T19:30:00.000Z'],
  [{ date: '2027-09-04', time: '20h' }, '2027-09-04T19:00:00.000Z'],
  [{ date: '2027-09-04', time: '20 h 15' }, '2027-09-04T19:15:00.000Z'],
  [{ date: '2027-09-05', time: '20:30 Uhr' }, '2027-09-05T19:30:00.000Z'],
  [{ date: '2027-09-06', time: '2030' }, '2027-09-06T19:30:00.000Z'],
  [{ date: '2027-09-06', time: '0915' }, '2027-09-06T08:15:00.000Z'],
  [{ date: '2027-09-06', time: 'noon' }, '2027-09-06T11:00:00.000Z'],
  [{ start: 'Fri 27.11.2026 20.30' }, '2026-11-27T20:30:00.000Z'],
  [{ start: 'Friday, 27 November 2026, 8pm' }, '2026-11-27T20:00:00.000Z'],
  // After midnight, on the night's own date.
  [{ date: '2027-01-09', time: '24:30' }, '2027-01-10T00:30:00.000Z'],
  [{ date: '2027-01-10', time: '25:15' }, '2027-01-11T01:15:00.000Z'],
  [{ start: '2027-12-31 24:00' }, '2028-01-01T00:00:00.000Z'],
  // An instant, whatever the clock of the cinema.
  [{ start: '2027-01-02T16:30:00.000Z' }, '2027-01-02T16:30:00.000Z'],
  [{ start: '2027-07-02T16:30:00.000Z' }, '2027-07-02T16:30:00.000Z'],
  [{ start: '2027-07-03T20:30:00+02:00' }, '2027-07-03T18:30:00.000Z'],
  [{ start: '2027-07-03T20:30:00-05:00' }, '2027-07-04T01:30:00.000Z'],
  [{ date: '2026-07-03', time: '20:30Z' }, '2026-07-03T20:30:00.000Z'],
  [{ date: '2026-07-03', time: '20:30+0530' }, '2026-07-03T15:00:00.000Z'],
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
  ...['20:30-22:45', '20:30 – 22:45', '20.30 to 22.45', '20h30-22h45', '8pm - 10pm', '2030-2245'].map(
    (time): [object, string] => [
      { date: '2027-07-05', time },
      `its time cannot be read: “${time}” is a range; write only the start, ${/^\S+?(?=-|\s|$)/.exec(time)?.[0]}`,
    ],
  ),
  [{ date: '2027-07-05', time: '09:00-11:00' }, '“09:00-11:00” is a range; write only the start, 09:00'],
  [{ start: '2027-07-05 20:30 - 22:45' }, '“20:30 - 22:45” is a range; write only the start, 20:30'],
  [{ date: '2026-11-27', time: '30:00' }, 'its time cannot be read: “30:00”; write it as 20:30'],
  [{ date: '2026-11-27', time: '8' }, 'its time cannot be read: “8”; write it as 20:30'],
  [{ date: '2026-11-27', time: '1998' }, 'its time cannot be read'],
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
