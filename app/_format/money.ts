import { cinema } from '@/lib/cinema';
import type { Money } from '@/lib/screenings/schema';

/** `€11.00`: in the cinema's locale, with the currency's number of decimals. */
export function formatMoney({ amountMinor, currency }: Money): string {
  const format = new Intl.NumberFormat(cinema.locale, { style: 'currency', currency });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amountMinor / 10 ** decimals);
}
