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
  ['Friday, 3 April 2026', 2026, '2026-04-03'],
  ['Fri 3 Apr 2026', 2026, '2026-04-03'],
  ['Thurs. 2 April 2026', 2026, '2026-04-02'],
  ['3 April 2026 (Friday)', 2026, '2026-04-03'],
  ['Fri 2026-04-03', 2026, '2026-04-03'],
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
  [
    '12 Mayo 2003',
    'its date cannot be read: “12 Mayo 2003” has a month of another language; write 2003-05-12',
  ],
  [
    '3 avril 2026',
    'its date cannot be read: “3 avril 2026” has a month of another language; write 2026-04-03',
  ],
  ['vendredi 3 avril 2026', 'has a month of another language; write 2026-04-03'],
  ['3. März 2026', 'has a month of another language; write 2026-03-03'],
  ['3 de abril de 2026', 'has a month of another language; write 2026-04-03'],
  ['Monday, 3 April 2026', '“Monday, 3 April 2026” is a Friday: correct the day or the date'],
  ['12 Foo 2003', 'its date cannot be read: “12 Foo 2003” is of no form that is known here'],
  ['soon', 'its date cannot be read: “soon” is of no form that is known here'],
])('%s is refused', (text, words) => {
  expect(() => readReleaseDate(text)).toThrow(words);
});
