import { expect, it } from 'vitest';
import { emWidths } from './font-metrics';

it.each([
  ['20–26 November', { em62: 5.32, em100: 8.31, em125: 10.36 }],
  ['27 November–3 December', { em62: 8.31, em100: 13.05, em125: 16.2 }],
  ['Ünï{~}€', { em62: 2.74, em100: 3.65, em125: 4.11 }],
  ['', { em62: 0, em100: 0, em125: 0 }],
])('knows how wide %j is', (line, widths) => {
  expect(emWidths(line)).toEqual(widths);
});
