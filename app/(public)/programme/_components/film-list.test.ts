import { expect, it } from 'vitest';
import { excerpt } from './film-list';

it('the summary of a film keeps whole sentences, as many as make two or three lines', () => {
  const synopsis =
    'Two people awake at the wrong hours in the same Tokyo hotel keep each other company for a week. Not much happens and neither will forget it. They part in a crowd, and what he says to her there nobody else has ever heard.';
  expect(excerpt(synopsis)).toBe(
    'Two people awake at the wrong hours in the same Tokyo hotel keep each other company for a week. Not much happens and neither will forget it.',
  );
});

it('the summary of a film keeps a long first sentence whole', () => {
  const sentence = `A very long sentence ${'on and '.repeat(40)}on.`;
  expect(excerpt(`${sentence} And another.`)).toBe(sentence);
});

it('the summary of a film does not end a sentence inside a number', () => {
  expect(excerpt('It took 1.5 million people. All walked.')).toBe('It took 1.5 million people. All walked.');
});
