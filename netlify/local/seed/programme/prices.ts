import { cinema } from '../../../../lib/cinema';
import type { Screening } from '../../../../lib/screenings/schema';
import type { CatalogueFilm, Format } from '../catalogue';

const MATINEE_ENDS = '17:00';
const FULL = { matinee: 850, evening: 1100 };
const CONCESSION = { matinee: 700, evening: 850 };
const CHILD = { matinee: 500, evening: 600 };
const WIDE_GAUGE_EXTRA = 200;
const NOT_FOR_CHILDREN = ['from 16', 'from 18'];

/** Cheaper before five, dearer from 70 mm; no child's price where children may not go in. */
export function pricesFor(film: CatalogueFilm, clock: string, format: Format): Screening['prices'] {
  const time = clock < MATINEE_ENDS ? 'matinee' : 'evening';
  const extra = format === '70 mm' ? WIDE_GAUGE_EXTRA : 0;
  const money = (amountMinor: number) => ({ amountMinor: amountMinor + extra, currency: cinema.currency });
  const prices: Screening['prices'] = [
    { kind: 'full', price: money(FULL[time]) },
    { kind: 'concession', price: money(CONCESSION[time]) },
  ];
  if (!NOT_FOR_CHILDREN.includes(film.certificate ?? '')) {
    prices.push({ kind: 'child', price: money(CHILD[time]) });
  }
  return prices;
}
