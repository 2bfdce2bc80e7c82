import { cinema } from '../cinema';
import type { Money } from '../screenings/schema';

/** A price that somebody agreed to, with the tax that is in it. */
export interface Price extends Money {
  /** In percent. */
  taxRate: number;
}

/** What the cinema calls a category today, and its tax. A category that it no longer has keeps its own word. */
export function findCategory(id: string): { label: string; taxRate: number } {
  return cinema.priceCategories.find((category) => category.id === id) ?? { label: id, taxRate: 0 };
}

/** What a place costs: the screening's price and what the zone costs more or less. What is free stays free. */
export function priceInZone(price: Money, supplementMinor: number): Money {
  if (price.amountMinor === 0) return price;
  return { ...price, amountMinor: Math.max(0, price.amountMinor + supplementMinor) };
}

/** The sum of prices. Of none it is zero, in the cinema's currency. */
export function sumOf(prices: readonly Money[]): Money {
  return {
    amountMinor: prices.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    currency: prices[0]?.currency ?? cinema.currency,
  };
}

/** The tax in gross prices, by rate from low to high: rounded for each ticket, as a receipt shows it. */
export function taxesIn(prices: readonly Price[]): { rate: number; amount: Money }[] {
  const rates = [...new Set(prices.map(({ taxRate }) => taxRate))].toSorted((a, b) => a - b);
  return rates.map((rate) => ({
    rate,
    amount: sumOf(
      prices
        .filter(({ taxRate }) => taxRate === rate)
        .map((price) => ({ ...price, amountMinor: taxOf(price) })),
    ),
  }));
}

function taxOf({ amountMinor, taxRate }: Price): number {
  return Math.round((amountMinor * taxRate) / (100 + taxRate));
}
