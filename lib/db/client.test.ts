import { MongoServerError } from 'mongodb';
import { expect, it } from 'vitest';
import { isDatabaseUnavailable } from './client';

it.each([
  ['no primary', 189, true],
  ['the node is shutting down', 91, true],
  ['a write that met another one', 112, true],
  ['a key that is taken', 11000, false],
  ['a document that is none', 121, false],
])('%s (%i): try again later, %s', (_, code, passing) => {
  expect(isDatabaseUnavailable(new MongoServerError({ code, message: 'told by the server' }))).toBe(passing);
});
