import { expect, it } from 'vitest';
import { parseSearchParams, filmsHref } from './search-params';

it.each([
  [{}, { tab: 'current', page: 1 }, '/films'],
  [{ when: 'past', page: '2' }, { tab: 'past', page: 2 }, '/films?when=past&page=2'],
  [{ when: 'coming' }, { tab: 'coming', page: 1 }, '/films?when=coming'],
  [{ page: '3' }, { tab: 'current', page: 3 }, '/films?page=3'],
  [{ when: 'never', page: '-1' }, { tab: 'current', page: 1 }, '/films'],
  [{ when: ['past', 'all'], page: ['2'] }, { tab: 'current', page: 1 }, '/films'],
  [{ when: 'all', page: '1e9' }, { tab: 'all', page: 1 }, '/films?when=all'],
  [{ when: 'all', page: '99999' }, { tab: 'all', page: 1 }, '/films?when=all'],
] as const)('reads %j and writes it again', (query, choice, address) => {
  expect(parseSearchParams(query as Record<string, string>)).toEqual(choice);
  expect(filmsHref(choice)).toBe(address);
});
