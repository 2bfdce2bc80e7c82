import { describe, expect, it } from 'vitest';
import { commentLength, normalizeBody } from './body';
import { commentInputSchema } from './schema';

describe('normalizeBody', () => {
  it.each([
    ['space around goes, space inside stays', '  a  b \n', 'a  b'],
    ['tabs and single line ends stay', 'a\tb\nc', 'a\tb\nc'],
    ['line ends become one kind', 'a\r\nb\rc', 'a\nb\nc'],
    ['control characters go', 'a\u0000\u0007\u001bb\u007f\u0085c', 'abc'],
    ['direction overrides go', 'a\u202eb\u2066c', 'abc'],
    ['half of a surrogate pair becomes the sign for it', 'a\ud83db', 'a\ufffdb'],
    ['emoji with joiners stay whole', '👩‍🎤', '👩‍🎤'],
    ['nothing but control characters is nothing', '\u0000 \u200e\u0001'.replace('\u200e', ''), ''],
  ])('%s', (_, text, tidy) => {
    expect(normalizeBody(text)).toBe(tidy);
  });
});

describe('the length of a comment', () => {
  it('is counted in code points', () => {
    expect(commentLength('née')).toBe(3);
    expect(commentLength('🎬🎬')).toBe(2);
  });

  it.each([
    ['2,000 letters', 'x'.repeat(2000), true],
    ['2,001 letters', 'x'.repeat(2001), false],
    ['2,000 emoji, 4,000 UTF-16 units', '🎬'.repeat(2000), true],
    ['2,001 emoji', '🎬'.repeat(2001), false],
    ['2,000 letters between blanks', ` ${'x'.repeat(2000)}\n`, true],
    ['one letter', 'x', true],
    ['blanks', ' \n\t', false],
    ['control characters alone', '\u0000\u0001', false],
  ])('%s', (_, body, accepted) => {
    expect(commentInputSchema.safeParse({ body }).success).toBe(accepted);
  });
});
