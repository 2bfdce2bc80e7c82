import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, blockSchema, type Inline } from '../../lib/comments/content';
import { decodeCursor, encodeCursor } from '../../lib/comments/cursor';
import { renderMarkdown } from '../../lib/comments/markdown';
import { personSlug } from '../../lib/films/person-slug';
import { slugSchema } from '../../lib/films/schema';
import { normalizeForSearch, searchTokens } from '../../lib/films/search-terms';
import { slugChoices } from '../../lib/import/film-slug';
import { normalizeText } from '../../lib/text';

/** Any text, and text in which the signs that mean something come often. */
const signs = fc.constantFrom(
  '*',
  '_',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '!',
  '`',
  '#',
  '-',
  '1.',
  '\n',
  '\n\n',
  ' ',
  '\\',
  '&',
  'javascript:',
  'https://a.example',
  'word',
);
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(signs, { maxLength: 60 }).map((parts) => parts.join('')),
);

function inlinesOf(block: Block): Inline[] {
  if (block.type === 'paragraph') return block.children;
  return (block.type === 'quote' ? block.children : block.items.flat()).flatMap(inlinesOf);
}
const withInner = (inline: Inline): Inline[] =>
  ['children' in inline ? inline.children.flatMap(withInner) : [], inline].flat();
const words = (content: readonly Block[]): string =>
  content
    .flatMap(inlinesOf)
    .flatMap(withInner)
    .map((inline) => (inline.type === 'text' ? inline.value : ''))
    .join('');

// Two thousand texts take longer than five seconds on a busy machine.
describe('Markdown of a comment', { timeout: 30_000 }, () => {
  it('becomes a tree of the known shape, whose links lead to the web or to a mail', () => {
    fc.assert(
      fc.property(text, (source) => {
        const content = renderMarkdown(normalizeText(source, 'block'));
        for (const block of content) expect(blockSchema.safeParse(block).success).toBe(true);
        for (const inline of content.flatMap(inlinesOf).flatMap(withInner)) {
          if (inline.type === 'link')
            expect(['http:', 'https:', 'mailto:']).toContain(new URL(inline.href).protocol);
        }
      }),
      { numRuns: 2_000 },
    );
  }, 30_000);

  it('loses no letter and no digit that was written, but those of an address behind words', () => {
    fc.assert(
      fc.property(text, (source) => {
        const body = normalizeText(source, 'block');
        fc.pre(!/[[(<&\\]/.test(body));
        const plain = (each: string): string => each.replaceAll(/[^\p{L}\p{N}]/gu, '');
        const numbersOfLists = /^\s*\d{1,9}[.)](?=\s|$)/gm;
        const unquoted = body.replaceAll(/^[\s>*+-]+/gm, '').replaceAll(numbersOfLists, '');
        for (const word of unquoted.split(/\s+/)) {
          if (/^\p{L}{4,}$/u.test(word)) expect(plain(words(renderMarkdown(body)))).toContain(word);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('is the same from the same words, and takes no long time for any', () => {
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 400 }), (parts) => {
        const body = normalizeText(parts.join(''), 'block').slice(0, 2_000);
        expect(renderMarkdown(body)).toEqual(renderMarkdown(body));
      }),
      { numRuns: 300, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: true },
    );
  });
});

describe('folding for the search', () => {
  it('twice is as good as once', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(normalizeForSearch(normalizeForSearch(source))).toBe(normalizeForSearch(source));
      }),
      { numRuns: 3_000 },
    );
  });

  it('does not look at case, accents or how a letter with an accent is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (source) => {
        expect(normalizeForSearch(source.normalize('NFD'))).toBe(normalizeForSearch(source.normalize('NFC')));
        expect(normalizeForSearch(source.toUpperCase())).toBe(
          normalizeForSearch(source.toUpperCase().toLowerCase()),
        );
      }),
      { numRuns: 3_000 },
    );
  });

  it('takes an accent off wherever it stands on a Latin letter', () => {
    const latin = fc.string({ unit: fc.constantFrom(...'aeiouycnszAEIOUYCNSZ '), maxLength: 30 });
    const marks = fc.constantFrom(
      '\u0300',
      '\u0301',
      '\u0302',
      '\u0303',
      '\u0308',
      '\u030a',
      '\u030c',
      '\u0327',
    );
    fc.assert(
      fc.property(latin, marks, (plain, mark) => {
        const accented = plain.replaceAll(/\S/g, (letter) => letter + mark);
        expect(normalizeForSearch(accented.normalize('NFC'))).toBe(normalizeForSearch(plain));
      }),
    );
  });

  it('gives words of letters and digits alone, each once', () => {
    fc.assert(
      fc.property(text, (source) => {
        const found = searchTokens(source);
        expect(new Set(found).size).toBe(found.length);
        for (const word of found) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
      }),
    );
  });
});

describe('addresses', () => {
  const film = fc.record({
    title: text,
    year: fc.integer({ min: 1888, max: 2100 }),
    directors: fc.array(text, { maxLength: 3 }),
    key: fc.string(),
  });

  it('of films are slugs, whatever the film is called', () => {
    fc.assert(
      fc.property(film, (facts) => {
        for (const slug of slugChoices(facts)) expect(slugSchema.safeParse(slug).success).toBe(true);
        expect(slugChoices(facts)).toEqual(slugChoices(facts));
      }),
      { numRuns: 2_000 },
    );
  });

  it('of people have no sign that means something in an address, and are those of their own slug', () => {
    fc.assert(
      fc.property(text, (name) => {
        const slug = personSlug(name);
        expect(slug).toMatch(/^([\p{L}\p{N}]+(-[\p{L}\p{N}]+)*)?$/u);
        expect(slug.length).toBeLessThanOrEqual(120);
        expect(personSlug(name.normalize('NFD'))).toBe(personSlug(name.normalize('NFC')));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('cursors', () => {
  const cursor = fc.record({
    createdAt: fc.date({ min: new Date('1888-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
    id: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 24, maxLength: 24 }),
  });

  it('come back as they went', () => {
    fc.assert(
      fc.property(cursor, (each) => {
        expect(decodeCursor(encodeCursor(each))).toEqual(each);
      }),
    );
  });

  it('of others are none', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (given) => {
        const read = decodeCursor(given);
        if (read) expect(encodeCursor(read)).toBe(given);
      }),
      { numRuns: 2_000 },
    );
  });
});
