import { expect, test } from 'vitest';
import { readPrices } from './prices';

const eur = (kind: string, amountMinor: number) => ({ kind, price: { amountMinor, currency: 'EUR' } });

test.each([
  [{ full: '11' }, [eur('full', 1100)]],
  [{ full: '11.5', child: '6,00' }, [eur('full', 1150), eur('child', 600)]],
  [{ full: '€11.00' }, [eur('full', 1100)]],
  [{ full: '11.00 EUR' }, [eur('full', 1100)]],
  [{ full: 0 }, [eur('full', 0)]],
  [
    { prices: 'child 6; full: 11.00; concession=8.50' },
    [eur('full', 1100), eur('concession', 850), eur('child', 600)],
  ],
  [{ full: '', prices: '' }, undefined],
  [{}, undefined],
])('%j', (row, prices) => {
  expect(readPrices(row)).toEqual(prices);
});

test.each([
  [{ full: '$11' }, 'its prices cannot be read: “$11”; write an amount in EUR such as 11.50'],
  [{ full: '11.505' }, 'its prices cannot be read'],
  [{ full: '-3' }, 'its prices cannot be read'],
  [
    { prices: 'senior 5' },
    'its prices cannot be read: “senior 5”; write full or concession or child and an amount',
  ],
])('%j is refused', (row, words) => {
  expect(() => readPrices(row)).toThrow(words);
});
