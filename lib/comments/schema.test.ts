import { describe, expect, it } from 'vitest';
import { commentInputSchema } from './schema';

describe('the length of a comment', () => {
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
