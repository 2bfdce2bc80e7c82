import { expect, it } from 'vitest';
import { parseSearchParams, searchHref } from './search-params';

it.each([
  [{ q: ' fargo ' }, { question: 'fargo', page: 1 }],
  [
    { q: 'fargo', page: '3' },
    { question: 'fargo', page: 3 },
  ],
  [
    { q: 'x'.repeat(101), page: '0' },
    { question: 'x'.repeat(100), page: 1 },
  ],
  [
    { q: ['a', 'b'], page: ['2', '3'] },
    { question: '', page: 1 },
  ],
  [{}, { question: '', page: 1 }],
])('%j asks for %j', (query, choice) => {
  expect(parseSearchParams(query)).toEqual(choice);
});

it('the first page goes without saying, and a question is written as addresses are', () => {
  expect(searchHref({ question: 'fargo', page: 1 })).toBe('/search?q=fargo');
  expect(searchHref({ question: 'L’été & moi', page: 2 })).toBe(
    '/search?q=L%E2%80%99%C3%A9t%C3%A9+%26+moi&page=2',
  );
});
