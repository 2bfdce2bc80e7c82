import { expect, test } from 'vitest';
import { formatBanText } from './ban-words';

test('a ban with an end says when, by the clock of the house', () => {
  expect(formatBanText({ reason: 'Spoilers.', until: new Date('2026-07-01T17:30:00Z') })).toBe(
    'This account is barred until Wednesday 1 July 2026 at 18:30. The reason: Spoilers. You may read everything; if you think this is wrong, write to house@marquee.example.',
  );
});

test('a ban without an end says so', () => {
  expect(formatBanText({ reason: 'Spoilers.', until: null })).toContain(
    'barred for good. The reason: Spoilers.',
  );
});
