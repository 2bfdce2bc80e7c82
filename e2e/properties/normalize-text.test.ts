import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeForComparison, normalizeText, type TextKind } from '../../lib/text';

/** Texts in which the characters that need care come often. */
const careful = fc.constantFrom(
  ...'a1#é\n\t \r\u2028\u00a0\u2800\u0301\u0335\u034f\u0958\u093c\u094d\u0915\u09b0\u1100\u1161\u11a8',
  ...'\u200b\u200c\u200d\u200e\u202e\ufe0e\ufe0f\u20e3\u3164\ufeff\ud83d\udc69\u0600\u0644\u0651\u180b\u1820',
  '👩',
  '🏽',
  '❤',
  '🏴',
  '\u{e0067}',
  '\u{e007f}',
  '\u{e0100}',
  '葛',
);
const texts = fc.oneof(
  fc.array(careful, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const kinds = fc.constantFrom<TextKind>('line', 'block');

describe('normalizeText', () => {
  it('leaves what is normalized as it is', () => {
    fc.assert(
      fc.property(texts, kinds, (text, kind) => {
        const once = normalizeText(text, kind);
        expect(normalizeText(once, kind)).toBe(once);
      }),
      { numRuns: 5_000 },
    );
  });

  it('gives nothing, or something to see without space around it', () => {
    fc.assert(
      fc.property(texts, kinds, (text, kind) => {
        const result = normalizeText(text, kind);
        expect(result === '' || /(?!\u2800)[\p{L}\p{N}\p{P}\p{S}\p{Co}]/u.test(result)).toBe(true);
        expect(result).toBe(result.trim());
      }),
      { numRuns: 5_000 },
    );
  });

  it('keeps a line on one line, no mark above the sixth and no invisible character beside a Latin letter', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const line = normalizeText(text, 'line');
        expect(line).not.toMatch(/[\n\r\t\u2028\u2029\u0085]| {2}/);
        expect(line).not.toMatch(/\p{M}{7}/u);
        expect(line).not.toMatch(/\p{Script=Latin}\p{Default_Ignorable_Code_Point}/u);
        expect(line).not.toMatch(/\p{Surrogate}/u);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('normalizeForComparison', () => {
  it('finds the same in a text and in what it made of it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = normalizeForComparison(text);
        expect(normalizeForComparison(once)).toBe(once);
      }),
      { numRuns: 3_000 },
    );
  });

  it('does not see case', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcXYZäöé 1-'), maxLength: 30 }), (text) => {
        expect(normalizeForComparison(text.toUpperCase())).toBe(normalizeForComparison(text));
      }),
      { numRuns: 1_000 },
    );
  });
});
