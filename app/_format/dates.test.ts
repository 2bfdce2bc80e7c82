import { describe, expect, it } from 'vitest';
import { formatDayHeading, formatDay, formatDayRange, fullDate } from './dates';

describe('formatDayRange', () => {
  it.each([
    ['2026-11-20', '2026-11-26', '20–26 November'],
    ['2026-11-27', '2026-12-03', '27 Nov–3 Dec'],
    ['2026-12-28', '2027-01-03', '28 Dec–3 Jan'],
    ['2026-12-03', '2026-12-03', '3 December'],
  ])('names %s to %s as %s', (first, last, words) => {
    expect(formatDayRange(first, last)).toBe(words);
  });
});

describe('names of a day', () => {
  it.each([
    ['2026-11-20', 'today', 'Today, Friday'],
    ['2026-11-21', 'tomorrow', 'Tomorrow, Saturday'],
    ['2026-11-23', 'Monday 23 November', 'Monday 23 November'],
    ['2026-12-01', 'Tuesday 1 December', 'Tuesday 1 December'],
  ])('%s as seen on Friday 20 November', (day, words, heading) => {
    expect(formatDay(day, '2026-11-20')).toBe(words);
    expect(formatDayHeading(day, '2026-11-20')).toBe(heading);
  });

  it('a release date stays the same day in every time zone', () => {
    expect(fullDate('2003-09-12')).toBe('12 September 2003');
  });
});
