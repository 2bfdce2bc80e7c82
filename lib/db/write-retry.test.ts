import { MongoServerError } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { isConflictOrDuplicateKey, isWriteConflict, repeated } from './write-retry';

const refusal = (code: number) => new MongoServerError({ code, message: 'told by the server' });

/** What came of a write that is refused so often with this code, and how often it was tried. */
async function outcome(code: number, times: number, passes: (error: unknown) => boolean) {
  let tries = 0;
  const write = async () => {
    tries += 1;
    if (tries <= times) throw refusal(code);
    return 'written';
  };
  const result = await repeated(write, passes).catch((error: unknown) => (error as MongoServerError).code);
  return [result, tries];
}

describe('a write that is refused', () => {
  it.each([
    ['not at all', 112, 0, isWriteConflict, ['written', 1]],
    ['once, because it met another one', 112, 1, isWriteConflict, ['written', 2]],
    ['five times', 112, 5, isWriteConflict, ['written', 6]],
    ['again and again', 112, 1000, isWriteConflict, [112, 6]],
    ['for a key that is taken, when that is an answer', 11000, 1, isWriteConflict, [11000, 1]],
    ['for a key that is taken by another first write', 11000, 1, isConflictOrDuplicateKey, ['written', 2]],
    ['for that again and again', 11000, 1000, isConflictOrDuplicateKey, [112, 6]],
    ['because the document is none', 121, 1, isConflictOrDuplicateKey, [121, 1]],
    ['because there is no primary', 189, 1, isConflictOrDuplicateKey, [189, 1]],
  ])('%s', async (_, code, times, passes, expected) => {
    expect(await outcome(code, times, passes)).toEqual(expected);
  });
});
