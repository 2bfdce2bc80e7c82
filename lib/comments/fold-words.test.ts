import { describe, expect, it } from 'vitest';
import { normalizeForComparison } from './fold-words';

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
