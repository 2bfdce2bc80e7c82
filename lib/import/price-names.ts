import { cinema } from '../cinema';
import { normalizeForSearch } from '../films/search-terms';
import type { priceKinds } from '../screenings/schema';

export type PriceKind = (typeof priceKinds)[number];

/**
 * What a column's name says about its amounts: for whom they are; `any`, one price or several that are named beside
 * their amounts; `unknown`, a price for people we cannot identify; `maybe`, which the amount decides. Null if it is
 * not a price.
 */
export type PriceName = PriceKind | 'any' | 'unknown' | 'maybe' | null;

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Who pays what, folded, in the languages of tables that people bring. */
const PAYERS: Record<PriceKind, ReadonlySet<string>> = {
  full: words(
    `full adult adults standard normal regular general erwachsene erwachsener erwachsenen voll regular plein adulte adultes
     normale adulto adultos entero general intero interi adulti volwassene volwassenen inteira inteiro`,
  ),
  concession: words(
    `concession concessions conc concs reduced reduction senior seniors student students pensioner pensioners oap unwaged
     discount discounted ermassigt ermassigte ermassigung rentner studenten studierende senioren reduit reduite etudiant
     etudiants reducido reducida estudiante estudiantes ridotto ridotti studenti anziani korting meia`,
  ),
  child: words(
    `child children childrens kid kids kind kinder kindern enfant enfants nino ninos bambino bambini kinderen crianca criancas`,
  ),
};
const OTHER_PAYERS = words(
  `member members family families group groups carer carers companion couple teen teens youth young junior juniors
   unemployed nhs friend friends staff familie gruppe mitglied mitglieder famille groupe schuler gala matinee premium vip
   balcony loge parkett early under over donation`,
);
const PRICE = words(
  `price prices fare fares tariff tariffs tarif tarifs tarife preis preise eintrittspreis eintrittspreise prix precio precios
   prezzo prezzi prijs prijzen preco precos cost costs fee fees charge charges admission admissions tarifa tarifas`,
);
/** Words that name prices, but also links, seat numbers and doors. */
const TICKET = words(
  'ticket tickets entry entrance amount eintritt entree entrada ingresso toegang karte karten eintrittskarte billet billets',
);
const FILLERS = words(
  `a an the of for in per and or each only s from with rate rates und oder fur pro je der die das et ou pour par le la les de
   del para por y o e il un une euro euros pound pounds dollar dollars`,
);
/** `Kinderpreis`, `adultprice`. */
const COMPOUND = /^(\p{L}{3,}?)(preise?|prices?|tarife?|prijs|tickets?|karten?)$/u;
const CURRENCY = /[€£$]|\b(?:EUR|GBP|USD|CHF)\b/g;
const SYMBOLS: Record<string, string> = { '€': 'EUR', '£': 'GBP', $: 'USD' };

/** Reads the name of a column, or the name beside an amount: `Adults`, `Ticket price (EUR)`, `Kinderpreis`, `tarif réduit`. */
export function readPriceName(name: string): PriceName {
  const currencies = (name.match(CURRENCY) ?? []).map((sign) => SYMBOLS[sign] ?? sign);
  const all = wordsOf(name.replace(CURRENCY, ' ').replace(/ \(\d+\)$/, ''));
  const payers = all.filter((word) => !PRICE.has(word) && !TICKET.has(word));
  const isPrice = currencies.length > 0 || all.some((word) => PRICE.has(word));
  const isTicket = all.some((word) => TICKET.has(word));
  if (currencies.some((currency) => currency !== cinema.currency && currency !== ownSymbolCode()))
    return 'unknown';
  if (payers.length === 0) return isPrice ? 'any' : isTicket ? 'maybe' : null;
  const kinds = new Set(payers.map(kindOf));
  const [kind = null] = kinds;
  if (kinds.size === 1 && kind) return kind;
  if (isPrice) return 'unknown';
  const isMaybe = isTicket || kinds.size > 1 || payers.some((word) => OTHER_PAYERS.has(word));
  return isMaybe ? 'maybe' : null;
}

/** The dollar and the pound are signs of many currencies: they are taken for the cinema's own where it has that sign. */
function ownSymbolCode(): string | undefined {
  const symbol = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: cinema.currency,
    currencyDisplay: 'narrowSymbol',
  })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value;
  return symbol && SYMBOLS[symbol];
}

function wordsOf(name: string): string[] {
  const spaced = name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replaceAll('_', ' ');
  return normalizeForSearch(spaced)
    .split(' ')
    .flatMap((word) => (isKnown(word) ? [word] : (COMPOUND.exec(word)?.slice(1) ?? [word])))
    .filter((word) => word !== '' && !FILLERS.has(word));
}

function isKnown(word: string): boolean {
  return PRICE.has(word) || TICKET.has(word) || kindOf(word) !== null;
}

function kindOf(word: string): PriceKind | null {
  const kinds = Object.keys(PAYERS) as PriceKind[];
  return kinds.find((kind) => PAYERS[kind].has(word)) ?? null;
}
