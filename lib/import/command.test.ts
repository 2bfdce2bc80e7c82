import { expect, test } from 'vitest';
import { readArguments } from './command';

test('a kind and a path', () => {
  expect(readArguments(['films', 'table.csv'])).toEqual({
    kind: 'films',
    path: 'table.csv',
    dryRun: false,
    dateOrder: null,
    everyLine: false,
  });
});

test('options stand where they like', () => {
  const words = ['--dry-run', 'screenings', '--dates', 'day-first', 'table.csv', '--every-line'];
  expect(readArguments(words)).toEqual({
    kind: 'screenings',
    path: 'table.csv',
    dryRun: true,
    dateOrder: 'day-first',
    everyLine: true,
  });
});

test.each([
  [[], /^Say what to import:/],
  [['films'], /^Say what to import:/],
  [['people', 'a'], /^Say what to import:/],
  [['films', 'a', 'b'], /^Say what to import:/],
  [['films', 'a', '--what'], /^Unknown option '--what'/],
  [['films', 'a', '--dates', 'us'], /^--dates is "us": it should be day-first or month-first\.$/],
])('%j is refused in words', (words, reason) => {
  expect(() => readArguments(words)).toThrow(reason);
});
