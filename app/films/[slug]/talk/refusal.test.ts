import { expect, it } from 'vitest';
import { type Problem, type ProblemCode, problems } from '@/lib/problem';
import { refusalOf } from './refusal';

function problem(code: ProblemCode, more: Partial<Problem> = {}): Problem {
  return { type: `urn:marquee:problem:${code}`, ...problems[code], code, instance: 'r-1', ...more };
}

it('says how long to wait where waiting helps', () => {
  const detail = 'You posted 6 seconds ago. Wait 4 more, then post; your words are still here.';
  expect(refusalOf(problem('too-soon', { detail }), 4)).toEqual({
    text: detail,
    waitSeconds: 4,
    signIn: false,
  });
});

it('leads to signing in when the session has ended', () => {
  expect(refusalOf(problem('session-invalid'), 20)).toEqual({
    text: 'Your session has ended. Sign in again; your words are kept here.',
    waitSeconds: 0,
    signIn: true,
  });
});

it('says what cannot be reached, and lets people try at once', () => {
  const detail = 'Nothing is lost. Try again in a few seconds.';
  expect(refusalOf(problem('database-unavailable', { detail }), 5)).toEqual({
    text: 'The programme desk cannot be reached. Nothing is lost. Try again in a few seconds.',
    waitSeconds: 0,
    signIn: false,
  });
});

it('names what is wrong with the words', () => {
  const errors = [{ path: 'body.body', message: 'Write something first.' }];
  expect(refusalOf(problem('invalid', { errors }), 20).text).toBe('Write something first.');
});

it('gives the request number of our own mistakes', () => {
  const detail = 'Try again.';
  expect(refusalOf(problem('internal', { detail }), 20).text).toBe(
    'We made a mistake. Try again. It is r-1.',
  );
});

it('has words for an answer that is not ours', () => {
  expect(refusalOf(null, 20).text).toBe(
    'That did not work, and we do not know why. Try again; your words are kept.',
  );
});
