import { letterSpellings } from './letter-spellings';

const SPELT: Record<string, string> = { ...letterSpellings, ħ: 'h', ŧ: 't', ŋ: 'n', ĸ: 'k', ς: 'σ' };
const SPELT_LETTERS = new RegExp(`[${Object.keys(SPELT).join('')}]`, 'gu');

/**
 * Text as it is searched: without case, accents and punctuation, its words between single spaces. Letters of other scripts
 * stay what they are. What is folded twice is the same as folded once.
 */
export function fold(text: string): string {
  // The case again at last: a letter in a circle is a capital only once it is out of it.
  const plain = withoutCase(withoutCase(text).normalize('NFKD')).normalize('NFKD');
  return (
    plain
      .replace(/\p{M}/gu, '')
      .replace(SPELT_LETTERS, (letter) => SPELT[letter] ?? '')
      // ʼ counts as a letter in Unicode, and as an apostrophe in names.
      .replace(/ʼ/g, ' ')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  );
}

/** There and back, because some letters have two small forms, or become two letters. */
function withoutCase(text: string): string {
  return text.toUpperCase().toLowerCase();
}

/** The words of a text, folded, each once. */
export function searchTokens(text: string): string[] {
  return [...new Set(fold(text).split(' ').filter(Boolean))];
}
