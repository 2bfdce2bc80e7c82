import { expect, it } from 'vitest';
import { formatBan } from './ban-words';

it('says what still works, until when, and why', () => {
  const reason = 'the same advertisement on nine films.';
  expect(formatBan({ reason, until: '2026-11-27T09:00:00Z' })).toBe(
    'You can read, but not write until Friday 27 November 2026, 09:00. Reason given: the same advertisement on nine films.',
  );
});

it('has no end where none was set', () => {
  expect(formatBan({ reason: '', until: null })).toBe('You can read, but not write.');
});
