import { describe, expect, it } from 'vitest';
import { normalizeForComparison, formatPause, secondsUntil, formatWait } from './posting-limits';

describe('normalizeForComparison', () => {
  it.each([
    ['case', 'THE Snow', 'the snow'],
    ['what stands between words', '  The,\n snow!!! ', 'the snow'],
    ['width', '\uff34he sno\uff57', 'the snow'],
    ['how an accent is made', 'caf\u0065\u0301', 'caf\u00e9'],
    ['other scripts', '\u96ea\u3002 \u96ea', '\u96ea \u96ea'],
    ['no letters at all', '  🎬   🎬 ', '🎬 🎬'],
  ])('%s', (_, text, folded) => {
    expect(normalizeForComparison(text)).toBe(folded);
  });

  it('keeps apart what differs', () => {
    expect(normalizeForComparison('resume')).not.toBe(normalizeForComparison('résumé'));
    expect(normalizeForComparison('!!!')).not.toBe(normalizeForComparison('???'));
  });
});

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

describe('secondsUntil', () => {
  const now = new Date('2026-11-20T18:00:00.000Z');
  it.each([
    ['whole seconds', '2026-11-20T18:00:04.000Z', 4],
    ['a part of a second counts as one', '2026-11-20T18:00:03.001Z', 4],
    ['never less than one', '2026-11-20T17:59:59.000Z', 1],
    ['never more than the pause', '2026-11-20T18:05:00.000Z', 10],
  ])('%s', (_, nextAt, seconds) => {
    expect(secondsUntil(new Date(nextAt), now, 10)).toBe(seconds);
  });
});

describe('formatWait', () => {
  it.each([
    [1, '1 second'],
    [99, '99 seconds'],
    [100, '2 minutes'],
    [360, '6 minutes'],
    [5940, '99 minutes'],
    [5941, '2 hours'],
    [86_400, '24 hours'],
  ])('%i s', (seconds, words) => {
    expect(formatWait(seconds)).toBe(words);
  });
});
