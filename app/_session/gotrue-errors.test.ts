import { describe, expect, it } from 'vitest';
import { failureOf, failures } from '../_auth/error-messages';
import { type AuthOperation, toFailureKind } from './gotrue-errors';

/** What the table of Identity's own sentences does not decide. */
const others: [what: string, error: unknown, operation: AuthOperation, kind: string][] = [
  ['no response', new TypeError('Failed to fetch'), 'sign-in', 'identity-down'],
  ['time-out', new DOMException('signal timed out', 'TimeoutError'), 'sign-in', 'identity-down'],
  ['bad gateway in HTML', { status: 502, data: '<html>' }, 'sign-in', 'identity-down'],
  ['no Identity on this site', { status: 404, data: 'Not Found' }, 'sign-in', 'identity-off'],
  ['too many, by somebody in between', { status: 429, data: 'slow down' }, 'sign-up', 'rate-limited'],
  ['a database of theirs that is down', http(500, 'Database error finding user'), 'sign-in', 'identity-down'],
  ['a message that is not text', { status: 400, json: { msg: { a: 1 } } }, 'sign-in', 'unknown'],
  ['something new', http(418, 'I am a teapot'), 'sign-in', 'unknown'],
  ['a known sentence with another status', http(409, 'Email not confirmed'), 'sign-in', 'unknown'],
];

function http(status: number, msg: string) {
  return { status, json: { code: status, msg } };
}

describe('failures of Identity', () => {
  it.each(others)('%s', (_what, error, operation, kind) => {
    expect(toFailureKind(error, operation)).toBe(kind);
  });

  it('never shows a sentence that it does not know', () => {
    expect(JSON.stringify(failureOf(http(418, 'I am a teapot'), 'sign-in'))).not.toContain('teapot');
  });

  it('offers something for each: a link, a field to put right, or trying again', () => {
    const lost = Object.entries(failures)
      .filter(([, failure]) => !failure.actions && !failure.field && !failure.passing)
      .map(([kind]) => kind);
    // The first has its own button beside the form (send it again), the others say what to do in their text.
    expect(lost).toEqual(['not-confirmed', 'bad-request', 'unknown']);
  });
});
