import { expect, test } from 'vitest';
import { titleKey } from './films';

test.each([
  ['The Shining', 'shining'],
  ['Shining, The', 'shining'],
  ['SHINING', 'shining'],
  ['L’Avventura', 'avventura'],
  ['Amélie', 'amelie'],
  ['Die Brücke', 'brucke'],
  ['WALL·E', 'wall e'],
  ['The', 'the'],
  ['?!', '?!'],
  ['東京物語', '東京物語'],
])('%s is known as %s', (title, key) => {
  expect(titleKey(title)).toBe(key);
});
