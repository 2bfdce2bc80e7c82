/** A person's name, as others shall see it. Pure: the form uses the same function. */

export const NAME_MAX_LENGTH = 60;

// Control characters, line and paragraph ends, and the marks that turn the direction of everything after them.
const ACTING = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const HALF_CHARACTER = /\p{Surrogate}/gu;

/** One line, nothing invisible that acts, single spaces. */
export function normalizeName(text: string): string {
  return text
    .normalize('NFC')
    .replace(HALF_CHARACTER, '\ufffd')
    .replace(ACTING, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** In Unicode code points. */
export function nameLength(name: string): number {
  return [...name].length;
}

/** What Identity holds may be anything, because people can write there past our form. */
export function toDisplayName(value: unknown): string {
  if (typeof value !== 'string') return '';
  return [...normalizeName(value)].slice(0, NAME_MAX_LENGTH).join('').trim();
}
