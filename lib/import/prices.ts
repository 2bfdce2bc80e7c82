import { cinema } from '../cinema';
import { priceKinds, type Screening } from '../screenings/schema';
import { cellText } from './cells';
import { RowError } from './refused-line';

type Prices = Screening['prices'];
type PriceKind = (typeof priceKinds)[number];

const MINOR_DIGITS =
  new Intl.NumberFormat('en', { style: 'currency', currency: cinema.currency }).resolvedOptions()
    .maximumFractionDigits ?? 2;
const UNREADABLE = 'its prices cannot be read';

/**
 * Prices of a column each (`full`, `concession`, `child`) or of one for all of them: `full 11.00; child 6`. Undefined
 * where none is named. In the house's currency; another one's sign is refused.
 */
export function readPrices(row: Partial<Record<PriceKind | 'prices', unknown>>): Prices | undefined {
  const named = new Map<PriceKind, string>();
  for (const kind of priceKinds) {
    const text = cellText(row[kind]);
    if (text !== undefined) named.set(kind, text);
  }
  for (const part of (cellText(row.prices) ?? '').split(/[;|]/)) {
    if (part.trim() !== '') named.set(...readNamed(part.trim()));
  }
  if (named.size === 0) return undefined;
  return priceKinds.flatMap((kind) => {
    const text = named.get(kind);
    return text === undefined
      ? []
      : [{ kind, price: { amountMinor: toMinor(text), currency: cinema.currency } }];
  });
}

const PRICE_NAME = /price|fare|tariff|admission/i;
const TICKET_NAME = /ticket|adult|senior|student|standard|normal|member|concession|reduced|discount|entry/i;
const AMOUNT = /^\D{0,4}\d{1,5}(?:[.,]\d{1,2})?\D{0,4}$/;

/**
 * Refuses a line with a price in a column that is not known: shown with a part of its prices, everybody would be charged
 * the others. Throws `RowError`.
 */
export function refuseUnknownPrices(others: readonly [name: string, value: unknown][]): void {
  for (const [name, value] of others) {
    const text = cellText(value);
    if (text === undefined) continue;
    const isPrice = PRICE_NAME.test(name) || (TICKET_NAME.test(name) && AMOUNT.test(text));
    if (!isPrice) continue;
    throw new RowError(
      'a price in a column that is not known',
      `“${name}”; name the column ${priceKinds.join(', ')}, or leave it out`,
    );
  }
}

function readNamed(part: string): [PriceKind, string] {
  const [, word = '', amount = ''] = /^(\p{L}+)\s*[:=]?\s*(.+)$/u.exec(part) ?? [];
  const kind = priceKinds.find((known) => known === word.toLowerCase());
  if (kind) return [kind, amount];
  throw new RowError(UNREADABLE, `“${part}”; write ${priceKinds.join(' or ')} and an amount`);
}

/** `11`, `11.50`, `11,50`, with the house's currency before or after it. */
function toMinor(text: string): number {
  const sign = new Intl.NumberFormat('en', { style: 'currency', currency: cinema.currency })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value;
  const bare = text
    .replace(sign ?? '', '')
    .replace(cinema.currency, '')
    .trim();
  const [, whole, part = ''] = /^(\d{1,5})(?:[.,](\d+))?$/.exec(bare) ?? [];
  if (whole === undefined || part.length > MINOR_DIGITS) {
    throw new RowError(UNREADABLE, `“${text}”; write an amount in ${cinema.currency} such as 11.50`);
  }
  return Number(whole) * 10 ** MINOR_DIGITS + Number(part.padEnd(MINOR_DIGITS, '0') || 0);
}
