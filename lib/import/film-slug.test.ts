import { expect, test } from 'vitest';
import { slugSchema } from '../films/schema';
import { slugChoices, slugOf } from './film-slug';

test.each([
  ['Amélie', 'amelie'],
  ['Singin’ in the Rain', 'singin-in-the-rain'],
  ['Fast & Furious', 'fast-and-furious'],
  ['Łódź – Straße, Ærø', 'lodz-strasse-aero'],
  ['WALL·E', 'wall-e'],
  ['…And Justice', 'and-justice'],
  ['8½', '8-1-2'],
  ['8½ Weeks', '8-1-2-weeks'],
  ['5¾', '5-3-4'],
  ['Alien³', 'alien-3'],
  ['東京物語', ''],
  ['東京 Story', 'story'],
])('%s is %j', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

const lamps = { title: 'The Lamps', year: 1931, directors: ['Ana Ortiz'], key: 'a' };

test('title and year, then the director, then what is its own', () => {
  const choices = slugChoices(lamps);
  expect(choices.slice(0, 2)).toEqual(['the-lamps-1931', 'the-lamps-1931-ana-ortiz']);
  expect(choices[2]).toMatch(/^the-lamps-1931-[0-9a-f]{8}$/);
  expect(slugChoices(lamps)).toEqual(choices);
  expect(slugChoices({ ...lamps, key: 'b' })[2]).not.toBe(choices[2]);
});

test('a title without a Latin letter has an address of its own, the same each time', () => {
  const [slug] = slugChoices({ ...lamps, title: '東京物語' });
  expect(slug).toMatch(/^film-[0-9a-f]{8}-1931$/);
  expect(slugChoices({ ...lamps, title: '東京物語' })[0]).toBe(slug);
  expect(slugChoices({ ...lamps, title: '晩春' })[0]).not.toBe(slug);
});

test.each(['夜の船【4K上映】', '走れ！ 93歳の冬', 'Ночь 2', '?!'])(
  '%s has no address of its leftovers',
  (title) => {
    expect(slugChoices({ ...lamps, title })[0]).toMatch(/^film-[0-9a-f]{8}-1931$/);
  },
);

test.each([
  ['東京 Story', 'story-1931'],
  ['1984', '1984-1931'],
])('%s has letters or digits enough', (title, slug) => {
  expect(slugChoices({ ...lamps, title })[0]).toBe(slug);
});

test('a very long title is cut between words and keeps its year', () => {
  const choices = slugChoices({ ...lamps, title: 'word '.repeat(60) });
  expect(choices[0]).toBe(`${'word-'.repeat(23)}1931`);
  for (const slug of choices) expect(slugSchema.parse(slug)).toBe(slug);
});
