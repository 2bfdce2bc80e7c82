import { describe, expect, it } from 'vitest';
import { formatPause, secondsLeft } from './posting-limits';

describe('formatPause', () => {
  it.each([
    [10, 'You posted a moment ago. Wait 10 seconds, then post. We’ve kept your text.'],
    [9, 'You posted 1 second ago. Wait 9 more, then post. We’ve kept your text.'],
    [4, 'You posted 6 seconds ago. Wait 4 more, then post. We’ve kept your text.'],
    [1, 'You posted 9 seconds ago. Wait 1 more, then post. We’ve kept your text.'],
  ])('%i s to wait', (wait, words) => {
    expect(formatPause(wait)).toBe(words);
  });
});

describe('secondsLeft', () => {
  const start = new Date('2026-11-20T18:00:00.000Z');
  it.each([
    ['whole seconds', '2026-11-20T18:00:06.000Z', 4],
    ['a part of a second counts as one', '2026-11-20T18:00:06.999Z', 4],
    ['never less than one', '2026-11-20T18:00:11.000Z', 1],
    ['never more than all', '2026-11-20T17:59:00.000Z', 10],
  ])('%s', (_, now, seconds) => {
    expect(secondsLeft(start, 10, new Date(now))).toBe(seconds);
  });
});
