import { expect, it } from 'vitest';
import { decodeDigest, encodeDigest } from './error-digest';

const requestId = '6f1c2a9e-3f0b-4f0e-9d57-0d6a2a6f1b11';

it('an error digest carries the request id and the kind of failure through a digest', () => {
  expect(decodeDigest(encodeDigest({ kind: 'database', requestId }))).toEqual({
    kind: 'database',
    requestId,
  });
  expect(decodeDigest(encodeDigest({ kind: 'unknown', requestId }))).toEqual({ kind: 'unknown', requestId });
});

it("an error digest shows Next's own digest as it is, and nothing where there is none", () => {
  expect(decodeDigest('2713884093')).toEqual({ kind: 'unknown', requestId: '2713884093' });
  expect(decodeDigest(undefined)).toEqual({ kind: 'unknown', requestId: '' });
});
