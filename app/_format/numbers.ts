import { cinema } from '@/lib/cinema';
import type { Money } from '@/lib/screenings/schema';

const SMALL = [
  'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
  'sixteen seventeen eighteen nineteen',
]
  .join(' ')
  .split(' ');
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** `no`, `three`, `twenty-six`; figures from a hundred on. */
export function spellOutNumber(count: number): string {
  if (count >= 100) return String(count);
  const small = SMALL[count];
  if (small) return small;
  const unit = count % 10;
  return `${TENS[Math.floor(count / 10)]}${unit ? `-${SMALL[unit]}` : ''}`;
}

/** `three screens`, `one screen`. */
export function pluralize(count: number, one: string, many: string): string {
  return `${spellOutNumber(count)} ${count === 1 ? one : many}`;
}

export function capitalize(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `€11.00`: in the cinema's locale, with the currency's number of decimals. */
export function formatMoney({ amountMinor, currency }: Money): string {
  const format = new Intl.NumberFormat(cinema.locale, { style: 'currency', currency });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amountMinor / 10 ** decimals);
}
