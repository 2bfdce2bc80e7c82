import { cinema } from '../cinema';
import { normalizeForSearch } from '../films/search-terms';

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

/** An amount in minor units of the cinema's currency, whose sign, code or name may stand before or after it. Null for no amount. */
export function parseAmount(text: string): number | null {
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
