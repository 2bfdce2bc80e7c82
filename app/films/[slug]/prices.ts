import type { Screening } from '@/lib/screenings/schema';
import { formatMoney } from '../../house/money';

type Prices = Screening['prices'];

/** `€11.00, concession €8.50, child €6.00`. */
export function formatPrices(prices: Prices): string {
  return prices
    .map(({ kind, price }) => (kind === 'full' ? formatMoney(price) : `${kind} ${formatMoney(price)}`))
    .join(', ');
}

/** The prices that most of these screenings have, in words: said once for all, and left out of each. */
export function defaultPrices(screenings: readonly Pick<Screening, 'prices'>[]): string {
  const counts = new Map<string, number>();
  for (const { prices } of screenings) {
    const words = formatPrices(prices);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const [usual] = [...counts].toSorted(([, a], [, b]) => b - a);
  return usual?.[0] ?? '';
}
