import { describe, expect, it } from 'vitest';
import { foldWords } from './fold-words';

describe('foldWords', () => {
  it.each([
    ['case', 'THE Snow', 'the snow'],
    ['what stands between words', '  The,\n snow!!! ', 'the snow'],
    ['width', '\uff34he sno\uff57', 'the snow'],
    ['how an accent is made', 'caf\u0065\u0301', 'caf\u00e9'],
    ['other scripts', '\u96ea\u3002 \u96ea', '\u96ea \u96ea'],
    ['no letters at all', '  🎬   🎬 ', '🎬 🎬'],
  ])('%s', (_, text, folded) => {
    expect(foldWords(text)).toBe(folded);
  });

  it('keeps apart what differs', () => {
    expect(foldWords('resume')).not.toBe(foldWords('résumé'));
    expect(foldWords('!!!')).not.toBe(foldWords('???'));
  });
});
