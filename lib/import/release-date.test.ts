import { expect, test } from 'vitest';
import { readReleaseDate } from './release-date';

test.each([
  ['2003-09-12', 2003, '2003-09-12'],
  ['2003-9-2', 2003, '2003-09-02'],
  ['2003-09-12T00:00:00.000Z', 2003, '2003-09-12'],
  ['2003/09/12', 2003, '2003-09-12'],
  ['12 Sep 2003', 2003, '2003-09-12'],
  ['12. September 2003', 2003, '2003-09-12'],
  ['12th Sept 2003', 2003, '2003-09-12'],
  ['12-Sep-2003', 2003, '2003-09-12'],
  ['Sep 12, 2003', 2003, '2003-09-12'],
  ['  September   12 2003 ', 2003, '2003-09-12'],
  ['Jul 18 2008', 2008, '2008-07-18'],
  ['12.09.2003', 2003, '2003-09-12'],
  ['25/09/2003', 2003, '2003-09-25'],
  ['09/25/2003', 2003, '2003-09-25'],
  ['05/05/2003', 2003, '2003-05-05'],
  ['29 Feb 2004', 2004, '2004-02-29'],
  ['2003', 2003, null],
  ['Sep 2003', 2003, null],
  ['2003-09', 2003, null],
])('%s', (text, year, date) => {
  expect(readReleaseDate(text)).toEqual({ year, date });
});

test.each([
  ['day-first', '2003-12-09'],
  ['month-first', '2003-09-12'],
] as const)('09/12/2003 is read %s only when told', (order, date) => {
  expect(readReleaseDate('09/12/2003', order)).toEqual({ year: 2003, date });
  expect(readReleaseDate('25/12/2003', order)).toEqual({ year: 2003, date: '2003-12-25' });
});

test.each([
  [
    '09/12/2003',
    'its date cannot be read: “09/12/2003” may be either day: say --dates day-first or --dates month-first',
  ],
  ['12-Jun-98', 'its date cannot be read: “12-Jun-98” does not say its century'],
  ['31 Feb 2003', 'its date cannot be read: there is no day 31 in month 2 of 2003'],
  ['29.02.2003', 'its date cannot be read: there is no day 29 in month 2 of 2003'],
  ['25/25/2003', 'its date cannot be read: there is no such month'],
  ['2003-13', 'its date cannot be read: there is no such month'],
  ['12 Mayo 2003', 'its date cannot be read: there is no such month'],
  ['soon', 'its date cannot be read: “soon” is of no form that is known here'],
])('%s is refused', (text, words) => {
  expect(() => readReleaseDate(text)).toThrow(words);
});
