import { letterSpellings } from './search-terms';

const PERSON_SLUG_MAX_LENGTH = 120;
const SPELT_LETTERS = new RegExp(`[${Object.keys(letterSpellings).join('')}]`, 'g');

/**
 * A person's slug, made from the name alone: spellings that differ only in case, accents, apostrophes and separators
 * are one person. Letters of other scripts stay. Empty for a name without a letter or digit.
 */
export function personSlug(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’ʼ]/gu, '')
    .replace(SPELT_LETTERS, (letter) => letterSpellings[letter] ?? '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, PERSON_SLUG_MAX_LENGTH)
    .replace(/-$/, '');
}

/** Everybody who is named, once. */
export function personSlugs(...names: readonly (readonly string[])[]): string[] {
  return [...new Set(names.flat().map(personSlug).filter(Boolean))];
}

/** `/people/agnes-varda`. Null for a name that makes no address. */
export function personHref(name: string): string | null {
  const slug = personSlug(name);
  return slug === '' ? null : `/people/${encodeURIComponent(slug)}`;
}
