import { describe, expect, it } from 'vitest';
import { type Doing, failureKindOf, failureOf, failures, providerFailureKind } from './failures';

const http = (status: number, msg: string) => ({ status, json: { code: status, msg } });
const oauth = (error: string, description: string) => ({
  status: 400,
  json: { error, error_description: description },
});

const table: [what: string, error: unknown, doing: Doing, kind: string][] = [
  [
    'wrong password',
    oauth('invalid_grant', 'No user found with that email, or password invalid.'),
    'sign-in',
    'wrong-credentials',
  ],
  ['unconfirmed address', oauth('invalid_grant', 'Email not confirmed'), 'sign-in', 'not-confirmed'],
  ['too many sign-ins', http(429, 'Rate limit exceeded'), 'sign-in', 'too-many'],
  [
    'known address',
    http(400, 'A user with this email address has already been registered'),
    'sign-up',
    'already-registered',
  ],
  ['closed house', http(403, 'Signups not allowed for this instance'), 'sign-up', 'sign-up-closed'],
  ['e-mail accounts off', http(400, 'Unsupported email provider'), 'sign-up', 'sign-up-closed'],
  ['empty password', http(422, 'Signup requires a valid password'), 'sign-up', 'password-refused'],
  ['no address', http(422, 'An email address is required'), 'sign-up', 'address-refused'],
  [
    'bad address',
    http(422, "Unable to validate email address: mail: missing '@' or angle-addr"),
    'sign-up',
    'address-refused',
  ],
  ['refusing hook', http(422, 'Failed to handle validate webhook'), 'sign-up', 'house-refused'],
  ['slow hook', http(504, 'Failed to perform webhook in time frame (5 seconds)'), 'sign-up', 'house-refused'],
  [
    'no hook',
    http(502, 'Failed to connect to http://127.0.0.1:1/.netlify/functions/x'),
    'sign-in',
    'house-refused',
  ],
  ['hook without JSON', http(500, 'Webhook returned malformed JSON: ok'), 'sign-up', 'house-refused'],
  ['no mail', http(500, 'Error sending confirmation mail'), 'sign-up', 'mail-failed'],
  ['used link', http(404, 'User not found'), 'link', 'link-used'],
  ['deleted account', http(404, 'User not found'), 'session', 'session-ended'],
  ['old confirmation', http(422, 'Confirmation token expired'), 'link', 'link-expired'],
  ['old recovery', http(422, 'Recovery token expired'), 'link', 'link-expired'],
  ['old change of address', http(422, 'Email change token expired'), 'link', 'link-expired'],
  ['used change of address', http(401, "Email Change Token didn't match token on file"), 'link', 'link-used'],
  ['empty link', http(422, 'Verify requires a token'), 'link', 'link-used'],
  [
    'invitation without password',
    http(422, 'Invited users must specify a password'),
    'link',
    'password-refused',
  ],
  ['73 bytes', http(500, 'Error storing password'), 'link', 'password-refused'],
  ['73 bytes on change', http(500, 'Error during password storage'), 'recovery', 'password-refused'],
  ['second recovery mail', http(429, 'Rate limit exceeded, try again later'), 'recovery', 'mail-too-soon'],
  [
    'address of another',
    http(422, 'Email address already registered by another user'),
    'link',
    'address-taken',
  ],
  ['rotated token', oauth('invalid_grant', 'Invalid Refresh Token'), 'session', 'session-ended'],
  ['old token', oauth('invalid_grant', 'Refresh token expired'), 'session', 'session-ended'],
  ['expired token', http(401, 'Invalid token: token is expired by 1h2m3s'), 'session', 'session-ended'],
  ['no answer', new TypeError('Failed to fetch'), 'sign-in', 'identity-down'],
  ['time-out', new DOMException('signal timed out', 'TimeoutError'), 'sign-in', 'identity-down'],
  ['bad gateway in HTML', { status: 502, data: '<html>' }, 'sign-in', 'identity-down'],
  ['no Identity on this site', { status: 404, data: 'Not Found' }, 'sign-in', 'identity-down'],
  ['crash', http(500, 'Internal server error'), 'sign-in', 'identity-down'],
  ['something new', http(418, 'I am a teapot'), 'sign-in', 'unknown'],
];

describe('failures of Identity', () => {
  it.each(table)('%s', (_what, error, doing, kind) => {
    expect(failureKindOf(error, doing)).toBe(kind);
  });

  it('never shows a sentence of Identity', () => {
    for (const [, error, doing] of table) {
      const { title, text } = failureOf(error, doing);
      const msg = (error as { json?: { msg?: string; error_description?: string } }).json;
      const theirs = msg?.msg ?? msg?.error_description;
      if (theirs) expect(`${title} ${text}`).not.toContain(theirs);
    }
  });

  it('gives a way on for each: an act, a field to mend, or that it passes', () => {
    const lost = Object.entries(failures)
      .filter(([, failure]) => !failure.acts && !failure.field && !failure.passing)
      .map(([kind]) => kind);
    // The first has its own button beside the form (send it again), the second says whom to write to.
    expect(lost).toEqual(['not-confirmed', 'unknown']);
  });

  it.each([
    ['access_denied', 'Signups not allowed for this instance', 'sign-up-closed'],
    ['access_denied', 'The user has denied your application access', 'provider-refused'],
    ['server_error', 'Failed to handle signup webhook', 'house-refused'],
    ['server_error', 'Error getting user email from external provider', 'identity-down'],
    ['invalid_request', '<script>alert(1)</script>', 'provider-refused'],
  ])('another service answers %s, %s', (error, description, kind) => {
    expect(providerFailureKind(error, description)).toBe(kind);
  });
});
