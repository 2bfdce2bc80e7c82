import { describe, expect, it } from 'vitest';
import { formatDateTime, formatRelativeTime } from './comment-card';

describe('formatRelativeTime', () => {
  it.each([
    ['a clock that is ahead', '2026-11-20T17:41:00Z', 'just now'],
    ['the same minute', '2026-11-20T17:39:30Z', 'just now'],
    ['one minute', '2026-11-20T17:39:00Z', '1 minute ago'],
    ['minutes', '2026-11-20T16:52:00Z', '48 minutes ago'],
    ['one hour', '2026-11-20T16:30:00Z', '1 hour ago'],
    ['earlier today', '2026-11-20T00:10:00Z', '17 hours ago'],
    ['yesterday, by the calendar', '2026-11-19T23:10:00Z', 'yesterday'],
    ['yesterday morning', '2026-11-19T08:00:00Z', 'yesterday'],
    ['days', '2026-11-17T20:02:00Z', '3 days ago'],
    ['a week', '2026-11-13T12:00:00Z', '13 November'],
    ['last year', '2025-12-01T12:00:00Z', '1 December 2025'],
  ])('%s', (_, at, text) => {
    expect(formatRelativeTime(new Date(at), new Date('2026-11-20T17:40:00Z'))).toBe(text);
  });

  it('counts minutes over midnight, and days over the change of the clocks', () => {
    expect(formatRelativeTime(new Date('2026-11-19T23:50:00Z'), new Date('2026-11-20T00:20:00Z'))).toBe(
      '30 minutes ago',
    );
    expect(formatRelativeTime(new Date('2026-10-23T22:30:00Z'), new Date('2026-10-26T12:00:00Z'))).toBe(
      '3 days ago',
    );
  });
});

it('gives the exact time on the clock of the cinema, in summer too', () => {
  expect(formatDateTime(new Date('2026-11-20T16:52:00Z'))).toBe('Friday 20 November 2026, 16:52');
  expect(formatDateTime(new Date('2026-07-01T23:30:00Z'))).toBe('Thursday 2 July 2026, 00:30');
});
