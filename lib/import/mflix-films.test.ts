import { expect, test } from 'vitest';
import { chooseSynopsis } from './mflix-films';

const sentence = (letter: string) => `${letter.repeat(298)}.`;

test.each([
  ['a short plot as it is', 'It ends. It begins.', 'Short.', 'It ends. It begins.'],
  [
    'whole sentences of a long one',
    [sentence('A'), sentence('B'), sentence('C')].join(' '),
    'Short.',
    `${sentence('A')} ${sentence('B')}`,
  ],
  ['the short plot where not one sentence fits', 'x'.repeat(700), 'Short.', 'Short.'],
  ['the short plot where there is no other', '', 'Short.', 'Short.'],
  ['without HTML', '<p>It &amp; that.</p>', '', 'It & that.'],
  ['nothing', '', '', ''],
])('%s', (_, full, short, synopsis) => {
  expect(chooseSynopsis(full, short)).toBe(synopsis);
});
