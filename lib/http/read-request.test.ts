import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { ProblemError } from '../problem';
import { parseRequestPart } from './read-request';

const schema = z.strictObject({
  text: z.string(),
  count: z.optional(z.int().check(z.maximum(9))),
  kind: z.optional(z.enum(['full', 'child'])),
  own: z.optional(z.string('Words of its own.')),
});

function messagesFor(value: unknown): unknown {
  try {
    parseRequestPart('body', schema, value);
    return null;
  } catch (error) {
    return error instanceof ProblemError && error.options.errors;
  }
}

describe('a refused field', () => {
  it.each([
    ['a missing one', {}, 'body.text', 'This is missing.'],
    ['another type', { text: 7 }, 'body.text', 'Send text here.'],
    ['no object at all', null, 'body', 'Send an object here.'],
    ['a number that is not whole', { text: '', count: 1.5 }, 'body.count', 'Send a whole number here.'],
    ['a number that is too large', { text: '', count: 10 }, 'body.count', 'Use at most 9.'],
    ['none of the choices', { text: '', kind: 'x' }, 'body.kind', 'Use one of: full, child.'],
    ['words of its own', { text: '', own: 7 }, 'body.own', 'Words of its own.'],
    ['an unknown one', { text: '', more: 1 }, 'body.more', 'This field is not known here.'],
  ])('is named in plain words: %s', (_, value, path, message) => {
    expect(messagesFor(value)).toEqual([{ path, message }]);
  });
});
