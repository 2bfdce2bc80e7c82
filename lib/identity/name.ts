import { cinema } from '../cinema';
import { normalizeForComparison, normalizeText } from '../text';

/** A person's name, as others see it. Pure: the form uses the same functions. */

/** In Unicode code points. */
export const NAME_MAX_LENGTH = 60;

/** What only we are called, and what accounts without a name are. */
const RESERVED = new Set(
  [
    'member',
    'former member',
    'staff',
    'team',
    'crew',
    'admin',
    'administrator',
    'moderator',
    'box office',
    'support',
    'official',
  ].map(letters),
);
const CINEMA = letters(cinema.name);

/**
 * Whether people would take somebody of this name for the cinema, its staff or a deleted account: `Marquee`, `Staff`,
 * `MARQUEE box-office`, and the same in Cyrillic letters that look alike.
 */
export function isReservedName(name: string): boolean {
  const own = letters(name);
  if (own === CINEMA || RESERVED.has(own)) return true;
  const [behind, before] = [own.startsWith(CINEMA), own.endsWith(CINEMA)];
  return (
    (behind && RESERVED.has(own.slice(CINEMA.length))) ||
    (before && RESERVED.has(own.slice(0, -CINEMA.length)))
  );
}

/** Letters only, without accents and separators: `Böx_Office` is `boxoffice`. */
function letters(text: string): string {
  return normalizeForComparison(text)
    .normalize('NFD')
    .replace(/[\p{M} ]/gu, '');
}

/** What Identity holds may be anything, because people can write there past our form. */
export function toDisplayName(value: unknown): string {
  if (typeof value !== 'string') return '';
  const first = [...normalizeText(value, 'line')].slice(0, NAME_MAX_LENGTH).join('');
  // The cut may have left half of a joined emoji.
  return normalizeText(first, 'line');
}

/** The name of an account. Nobody but staff is called what only we are; such a name is left out. */
export function nameOfUser(fullName: unknown, roles: readonly string[]): string {
  const name = toDisplayName(fullName);
  const isStaff = roles.includes('staff') || roles.includes('admin');
  return isReservedName(name) && !isStaff ? '' : name;
}
