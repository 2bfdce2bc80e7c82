import { describe, expect, test } from 'vitest';
import { readPriceName } from './price-names';
import { takePrices } from './prices';

const read = (record: Record<string, unknown>) =>
  takePrices(record).prices?.map(({ kind, price }) => [kind, price.amountMinor]);

describe('a column whose name looks like a price', () => {
  test.each([
    [
      'full',
      [
        'full',
        'Full price',
        'Adults',
        'Adult',
        'adult',
        'ADULT PRICE',
        'adultPrice',
        'price_full',
        'full (2)',
      ],
    ],
    ['full', ['Standard', 'Normal', 'Regular ticket', 'General admission', 'Adults (EUR)', 'Adult - €']],
    [
      'full',
      ['Erwachsene', 'Normalpreis', 'Vollpreis', 'tarif plein', 'Adultos', 'Intero', 'Price for adults'],
    ],
    [
      'concession',
      ['concession', 'Concessions', 'Reduced price', 'Seniors', 'Students', 'Seniors and students'],
    ],
    [
      'concession',
      ['ermäßigt', 'Tarif réduit', 'Seniorenpreis', 'Precio reducido', 'Ridotto', 'reduced rate'],
    ],
    ['child', ['child', 'Kids', 'child (EUR)', 'Children’s price', 'Kinderpreis', 'tarif enfant', 'Niños']],
    [
      'any',
      ['price', 'Prices', 'Price (EUR)', 'Ticket price', 'Preis', 'tarif', 'Prix', 'Fare', 'Admission', '€'],
    ],
    [
      'unknown',
      ['Gala price', 'Price group B', 'Membership fee', 'Preis Loge', 'Price (USD)', 'Adult/child price'],
    ],
    [
      'maybe',
      [
        'Members',
        'Under 12',
        'Gala',
        'Tickets',
        'Family ticket',
        'Ticket link',
        'Entry from',
        'Student night',
      ],
    ],
    [
      null,
      [
        'film',
        'year',
        'start',
        'auditorium',
        'date',
        'features',
        'subtitles',
        'notes',
        'capacity',
        'Frame rate',
      ],
    ],
  ] as const)('means %s: %j', (meaning, names) => {
    expect(names.map((name) => [name, readPriceName(name)])).toEqual(names.map((name) => [name, meaning]));
  });
});

test.each([
  [{ full: '11' }, [['full', 1100]]],
  [
    { full: '11.5', child: '6,00' },
    [
      ['full', 1150],
      ['child', 600],
    ],
  ],
  [
    { Adults: '€11.00', Kids: '6.00 EUR' },
    [
      ['full', 1100],
      ['child', 600],
    ],
  ],
  [
    { full: '11.-', child: '6 euros' },
    [
      ['full', 1100],
      ['child', 600],
    ],
  ],
  [{ full: 0 }, [['full', 0]]],
  [{ full: 'Free' }, [['full', 0]]],
  [{ Preis: 'Eintritt frei' }, [['full', 0]]],
  [{ price: '€ 9.50' }, [['full', 950]]],
  [
    { price: '11', child: 'free of charge' },
    [
      ['full', 1100],
      ['child', 0],
    ],
  ],
  [
    { prices: 'child 6; full: 11.00; concession=8.50' },
    [
      ['full', 1100],
      ['concession', 850],
      ['child', 600],
    ],
  ],
  [
    { prices: 'Adults €11, 6.00 kids' },
    [
      ['full', 1100],
      ['child', 600],
    ],
  ],
  [
    { price: '11 / reduced 8,50' },
    [
      ['full', 1100],
      ['concession', 850],
    ],
  ],
  [
    { Seniors: '8', Students: '8.00', full: 11 },
    [
      ['full', 1100],
      ['concession', 800],
    ],
  ],
  [{ full: '11', concession: 'n/a', child: '–' }, [['full', 1100]]],
  [{ full: '', prices: '' }, undefined],
  [{}, undefined],
])('%j', (record, prices) => {
  expect(read(record)).toEqual(prices);
});

test.each([
  ['its prices cannot be read: “$11”; write an amount in EUR such as 11.50, or free', { full: '$11' }],
  ['its prices cannot be read: “11.505”', { full: '11.505' }],
  ['its prices cannot be read: “-3”', { full: '-3' }],
  ['its prices cannot be read: “eleven”', { Adults: 'eleven', Concession: '8.00' }],
  ['its prices cannot be read: “tba”', { full: '11', concession: 'tba' }],
  ['its prices cannot be read: “from 8”', { full: '11', child: 'from 8' }],
  ['its prices cannot be read: “8-11”', { Preis: '8-11' }],
  ['its prices cannot be read: “gala 25”; write full or concession or child', { prices: 'full 11; gala 25' }],
  [
    'a price in a column that is not known: “Gala price”; call the column full,',
    { full: '11', 'Gala price': '25' },
  ],
  ['a price in a column that is not known: “Preis Loge”', { full: '11', 'Preis Loge': 'ask' }],
  ['a price in a column that is not known: “Members”', { full: '11', Members: '7' }],
  ['a price in a column that is not known: “Price (USD)”', { full: '11', 'Price (USD)': '12' }],
  ['two prices for concession: “Seniors” and “Students”; leave one', { Seniors: '8', Students: '7' }],
  ['two prices for full: “price” and “Adults”', { price: '12', Adults: '11' }],
])('%s, never a part of the prices: %j', (words, record) => {
  expect(() => takePrices(record)).toThrow(words);
});

test('what is about something else is left for others to read', () => {
  const record = {
    film: 'up',
    year: '2009',
    'Ticket link': 'https://a.example',
    'Entry from': 'side door',
    Members: '',
  };
  expect(takePrices({ ...record, full: '11' }).rest).toEqual(record);
});
