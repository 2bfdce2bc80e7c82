import { expect, it } from 'vitest';
import { type Problem, type ProblemCode, problems } from '@/lib/problem';
import { refusalOf } from './api';

function problem(code: ProblemCode, more: Partial<Problem> = {}): Problem {
  return { type: `urn:marquee:problem:${code}`, ...problems[code], code, instance: 'r-1', ...more };
}

it('says how long to wait where waiting helps', () => {
  const detail = 'You posted 6 seconds ago. Wait 4 more, then post. We’ve kept your text.';
  expect(refusalOf(problem('posting-too-fast', { detail }), 4)).toEqual({
    text: detail,
    waitSeconds: 4,
    ofTheseWords: false,
    signIn: false,
  });
});

it('leads to signing in when the session has ended', () => {
  expect(refusalOf(problem('session-invalid'), 20)).toEqual({
    text: 'Your session has ended. Sign in again; we’ve kept your text here.',
    waitSeconds: 0,
    ofTheseWords: false,
    signIn: true,
  });
});

it('says what cannot be reached, and lets people try at once', () => {
  const detail = 'Nothing is lost. Try again in a few seconds.';
  expect(refusalOf(problem('database-unavailable', { detail }), 5)).toEqual({
    text: 'Our database is not responding. Nothing is lost. Try again in a few seconds.',
    waitSeconds: 0,
    ofTheseWords: false,
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
    'Something went wrong on our side. Try again. It is r-1.',
  );
});

it('has words for an answer that is not ours', () => {
  expect(refusalOf(null, 20).text).toBe('Something went wrong. Try again; we’ve kept your text.');
});

it('knows that the same words wait and other words need not', () => {
  const detail = 'You have said this already.';
  expect(refusalOf(problem('duplicate-comment', { detail }), 300)).toMatchObject({
    waitSeconds: 300,
    ofTheseWords: true,
  });
});

it.each([
  ['discussion-closed', 'This film’s discussion is closed. We’ve kept your text.'],
  ['comments-disabled', 'Comments are turned off. We’ve kept your text.'],
  ['too-many-links', 'This has 5 links, and a comment takes at most 3. Take 2 out, then post at once.'],
  ['edit-window-closed', 'A comment can be edited for 15 minutes after it was posted.'],
  ['thread-full', 'This thread is full.'],
  ['preview-read-only', 'This preview reads the database of the site and changes nothing.'],
] as const)('%s is said as the house says it, with nothing to wait for', (code, detail) => {
  expect(refusalOf(problem(code, { detail }), 20)).toEqual({
    text: detail,
    waitSeconds: 0,
    ofTheseWords: false,
    signIn: false,
  });
});
