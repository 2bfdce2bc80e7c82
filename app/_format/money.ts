import { cinema } from '@/lib/cinema';
import type { Money } from '@/lib/screenings/schema';

/** `€11.00`: in the house's locale, with as many decimals as the currency has. */
export function formatMoney({ amountMinor, currency }: Money): string {
  const format = new Intl.NumberFormat(cinema.locale, { style: 'currency', currency });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amountMinor / 10 ** decimals);
}
