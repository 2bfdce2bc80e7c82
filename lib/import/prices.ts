import { cinema } from '../cinema';
import { normalizeForSearch } from '../films/search-terms';
import { priceKinds, type Screening } from '../screenings/schema';
import { cellWords } from './cells';
import { RowError } from './errors';
import { type PriceKind, readPriceName } from './price-names';

type Prices = Screening['prices'];
type RowRecord = Record<string, unknown>;

const UNREADABLE = 'its prices cannot be read';
const KINDS = priceKinds.join(', ');
/** What people write if there is no such price. "To be announced" is not one of these: it is a price. */
const NO_PRICE = new Set(['', '-', '–', '—', 'n/a', 'na', 'none', 'null', 'nil']);

/** A price, and the name that the table has for it. */
interface NamedPrice {
  kind: PriceKind;
  name: string;
  amountMinor: number;
}

/**
 * Takes the prices out of a line: of a column each (`full`, `Adults`, `Kinderpreis`) or of one for all of them (`Price`: `11`,
 * or `full 11.00; child 6`). All of them or none: shown with a part of its prices, everybody would be charged the others.
 * Throws `RowError` for an amount that cannot be read, and for one of which nobody here can say whose it is.
 *
 * @returns `prices` is undefined where none is named; `rest` are the cells about something else
 */
export function takePrices(record: RowRecord): { prices: Prices | undefined; rest: RowRecord } {
  const named: NamedPrice[] = [];
  const rest: RowRecord = {};
  for (const [name, value] of Object.entries(record)) {
    const meaning = readPriceName(name);
    const text = meaning === null ? '' : priceText(value);
    if (meaning === null || (meaning === 'maybe' && !looksLikeAmount(text))) rest[name] = value;
    else if (text === '') continue;
    else if (meaning === 'unknown' || meaning === 'maybe') throw unknownPrice(name);
    else if (meaning === 'any') named.push(...readList(name, text));
    else named.push({ kind: meaning, name, amountMinor: readAmount(text) });
  }
  return { prices: named.length === 0 ? undefined : toPrices(named), rest };
}

function priceText(value: unknown): string {
  const text = cellWords(value) ?? '';
  return NO_PRICE.has(text.toLowerCase()) ? '' : text;
}

/** Cannot tell a year, a number of seats or a clock time from an amount; such columns need another name. */
function looksLikeAmount(text: string): boolean {
  return parseAmount(text) !== null || /[€£$]\s*\d|\d\s*[€£$]/.test(text);
}

/** One price of each kind; two columns may say the same. */
function toPrices(named: readonly NamedPrice[]): Prices {
  return priceKinds.flatMap((kind) => {
    const [first, ...others] = named.filter((price) => price.kind === kind);
    if (!first) return [];
    const other = others.find(({ amountMinor }) => amountMinor !== first.amountMinor);
    if (other) {
      const both =
        first.name === other.name ? `“${first.name}” has both` : `“${first.name}” and “${other.name}”`;
      throw new RowError(`two prices for ${kind}`, `${both}; leave one of them`);
    }
    return [{ kind, price: { amountMinor: first.amountMinor, currency: cinema.currency } }];
  });
}

/** `11`, `full 11.00; child 6`, `Adults: €11 | 6.00 kids`. */
function readList(column: string, text: string): NamedPrice[] {
  const amountMinor = parseAmount(text);
  if (amountMinor !== null) return [{ kind: 'full', name: column, amountMinor }];
  const parts = text.split(/[;|/\n]|,(?!\d)/).map((part) => part.trim());
  return parts.filter(Boolean).map((part) => readNamed(column, part));
}

/** The name can come before or after the amount, and both can have several words. */
function readNamed(column: string, part: string): NamedPrice {
  const alone = parseAmount(part);
  if (alone !== null) return { kind: 'full', name: column, amountMinor: alone };
  const words = part.replace(/[:=]/g, ' ').split(/\s+/).filter(Boolean);
  for (let at = 1; at < words.length; at++) {
    const [left, right] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    for (const [name, amount] of [
      [left, right],
      [right, left],
    ] as const) {
      const [kind, amountMinor] = [readPriceName(name), parseAmount(amount)];
      if (isKind(kind) && amountMinor !== null) return { kind, name, amountMinor };
    }
  }
  throw new RowError(
    UNREADABLE,
    `“${part}”; write ${priceKinds.join(' or ')} and an amount, such as full 11.00; child 6`,
  );
}

function isKind(name: ReturnType<typeof readPriceName>): name is PriceKind {
  return (priceKinds as readonly (string | null)[]).includes(name);
}

function readAmount(text: string): number {
  const amountMinor = parseAmount(text);
  if (amountMinor !== null) return amountMinor;
  throw new RowError(UNREADABLE, `“${text}”; write an amount in ${cinema.currency} such as 11.50, or free`);
}

function unknownPrice(name: string): RowError {
  return new RowError(
    'a price in a column that is not known',
    `“${name}”; call the column ${KINDS} or price, with amounts in ${cinema.currency}, or leave it out`,
  );
}

const MINOR_DIGITS =
  new Intl.NumberFormat('en', { style: 'currency', currency: cinema.currency }).resolvedOptions()
    .maximumFractionDigits ?? 2;
const FREE = new Set([
  'free',
  'free of charge',
  'free entry',
  'free admission',
  'entry free',
  'admission free',
  'no charge',
  'complimentary',
  'frei',
  'gratis',
  'kostenlos',
  'eintritt frei',
  'gratuit',
  'entree libre',
  'gratuito',
  'entrada libre',
]);
/** `11`, `11.50`, `11,50`, `11.-`, `1 250.00`. */
const AMOUNT = /^(\d{1,5}|\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+)(?:[.,](?:(\d+)|[-–—]+))?$/;

/**
 * An amount in minor units of the cinema's currency, whose sign, code or name can come before or after it. Null if it
 * is not an amount.
 */
function parseAmount(text: string): number | null {
  if (FREE.has(normalizeForSearch(text))) return 0;
  const [, whole, part = ''] = AMOUNT.exec(withoutCurrency(text.trim())) ?? [];
  if (whole === undefined || part.length > MINOR_DIGITS) return null;
  const minor = Number(part.padEnd(MINOR_DIGITS, '0') || 0);
  return Number(whole.replace(/\D/g, '')) * 10 ** MINOR_DIGITS + minor;
}

function withoutCurrency(text: string): string {
  const names = [cinema.currency, ...(['symbol', 'narrowSymbol', 'name'] as const).flatMap(currencyName)];
  for (const name of names) {
    const [plain, folded] = [text.toLowerCase(), name.toLowerCase()];
    if (plain.startsWith(folded)) return text.slice(name.length).trim();
    if (plain.endsWith(folded)) return text.slice(0, -name.length).trim();
  }
  return text;
}

/** `€`, `euros`, `euro`: the name of many before that of one, which it begins with. */
function currencyName(currencyDisplay: 'symbol' | 'narrowSymbol' | 'name'): string[] {
  const format = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: cinema.currency,
    currencyDisplay,
  });
  return [2, 1].flatMap(
    (count) => format.formatToParts(count).find(({ type }) => type === 'currency')?.value ?? [],
  );
}
