import { expect, it } from 'vitest';
import { readShelf, filmsHref } from './search-params';

it.each([
  [{}, { shelf: 'current', page: 1 }, '/films'],
  [{ when: 'past', page: '2' }, { shelf: 'past', page: 2 }, '/films?when=past&page=2'],
  [{ when: 'coming' }, { shelf: 'coming', page: 1 }, '/films?when=coming'],
  [{ page: '3' }, { shelf: 'current', page: 3 }, '/films?page=3'],
  [{ when: 'never', page: '-1' }, { shelf: 'current', page: 1 }, '/films'],
  [{ when: ['past', 'all'], page: ['2'] }, { shelf: 'current', page: 1 }, '/films'],
  [{ when: 'all', page: '1e9' }, { shelf: 'all', page: 1 }, '/films?when=all'],
  [{ when: 'all', page: '99999' }, { shelf: 'all', page: 1 }, '/films?when=all'],
] as const)('reads %j and writes it again', (query, choice, address) => {
  expect(readShelf(query as Record<string, string>)).toEqual(choice);
  expect(filmsHref(choice)).toBe(address);
});
