import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { failureOf, failures } from './error-messages';
import { type AuthOperation, toFailureKind, providerFailureKind } from '../_session/gotrue-errors';

/** Every error of GoTrue's: contract 1.0, 1.1, 2 to 5 and 8, as it comes over the wire. */

type Row = [status: number, text: string, operation: AuthOperation, kind: string];

const hooks: Row[] = [
  [422, 'Failed to handle signup webhook', 'sign-up', 'hook-rejected'],
  [504, 'Failed to perform webhook in time frame (5 seconds)', 'sign-up', 'hook-timeout'],
  [502, 'Failed to connect to http://127.0.0.1:1/.netlify/functions/x', 'sign-in', 'hook-failed'],
  [500, 'Failed to trigger webhook to http://127.0.0.1:1/', 'sign-in', 'hook-failed'],
  [500, 'Webhook returned malformed JSON: EOF', 'sign-up', 'hook-failed'],
];

const errors: Record<string, Row[]> = {
  'any request': [
    [500, 'Internal server error', 'sign-in', 'identity-down'],
    [429, 'Rate limit exceeded', 'sign-in', 'rate-limited'],
    [400, 'Operator microservice headers missing', 'sign-in', 'identity-off'],
    [400, 'Operator microservice signature is invalid: x', 'sign-in', 'identity-off'],
    [400, 'Instance ID is missing', 'sign-in', 'identity-off'],
    [404, 'Unable to locate site configuration', 'sign-in', 'identity-off'],
  ],
  'a bearer': [
    [401, 'This endpoint requires a Bearer token', 'session', 'session-ended'],
    [401, 'Invalid token: token is expired by 1h2m3s', 'session', 'session-ended'],
    [401, 'Invalid token: signature is invalid', 'session', 'session-ended'],
    [401, 'Invalid token: token contains an invalid number of segments', 'session', 'session-ended'],
    [401, 'Invalid token: signing method none is invalid', 'session', 'session-ended'],
    [401, 'Invalid token: signing method (alg) is unavailable.', 'session', 'session-ended'],
    [401, 'Invalid token: token used before issued', 'session', 'session-ended'],
    [401, 'Invalid token: token is not valid yet', 'session', 'session-ended'],
  ],
  'POST /signup': [
    [400, 'Unsupported email provider', 'sign-up', 'passwords-off'],
    [403, 'Signups not allowed for this instance', 'sign-up', 'sign-up-closed'],
    [400, 'Could not read Signup params: EOF', 'sign-up', 'bad-request'],
    [422, 'Signup requires a valid password', 'sign-up', 'password-missing'],
    [422, 'An email address is required', 'sign-up', 'address-missing'],
    [422, "Unable to validate email address: mail: missing '@'", 'sign-up', 'address-refused'],
    [400, 'A user with this email address has already been registered', 'sign-up', 'already-registered'],
    [500, 'Error sending confirmation mail', 'sign-up', 'mail-failed'],
    [500, 'Database error creating user', 'sign-up', 'account-not-made'],
    ...hooks,
  ],
  'POST /token': [
    [400, 'unsupported_grant_type', 'sign-in', 'bad-request'],
    [400, 'No user found with that email, or password invalid.', 'sign-in', 'wrong-credentials'],
    [400, 'Email not confirmed', 'sign-in', 'not-confirmed'],
    [400, 'refresh_token required', 'session', 'session-ended'],
    [400, 'Invalid Refresh Token', 'session', 'session-ended'],
    [400, 'Refresh token expired', 'session', 'session-ended'],
  ],
  'POST /verify': [
    [400, 'Could not read verification params: EOF', 'link', 'bad-request'],
    [422, 'Verify requires a token', 'link', 'link-truncated'],
    [422, 'Verify requires a verification type', 'link', 'bad-request'],
    [404, 'User not found', 'link', 'link-used'],
    [422, 'Confirmation token expired', 'link', 'link-expired'],
    [422, 'Recovery token expired', 'link', 'link-expired'],
    [422, 'Invited users must specify a password', 'link', 'password-missing'],
    [500, 'Error storing password', 'link', 'password-refused'],
    [500, 'Database error updating user', 'link', 'hook-rejected'],
  ],
  'POST /recover': [
    [422, 'Password recovery requires an email', 'recovery', 'address-missing'],
    [429, 'Rate limit exceeded, try again later', 'recovery', 'mail-too-soon'],
    [500, 'Error recovering user', 'recovery', 'mail-failed'],
  ],
  'POST /logout': [
    [401, 'Invalid user', 'session', 'session-ended'],
    [500, 'Error logging out user', 'session', 'sign-out-failed'],
  ],
  'GET and PUT /user': [
    [400, 'Could not read User ID claim', 'session', 'session-ended'],
    [400, "Token audience doesn't match request audience", 'session', 'session-ended'],
    [404, 'User not found', 'session', 'session-ended'],
    [400, 'Could not read User Update params: EOF', 'session', 'bad-request'],
    [401, 'Updating app_metadata requires admin privileges', 'session', 'not-allowed'],
    [422, 'Email change token expired', 'link', 'change-expired'],
    [401, "Email Change Token didn't match token on file", 'link', 'change-used'],
    [422, 'Email address already registered by another user', 'session', 'address-taken'],
    [500, 'Error during password storage', 'session', 'password-refused'],
    [500, 'Error sending change email', 'session', 'mail-failed'],
  ],
  'an operator’s endpoints': [
    [401, 'Invalid admin user', 'session', 'not-allowed'],
    [401, 'User not allowed', 'session', 'not-allowed'],
    [401, 'Invalid export secret', 'session', 'not-allowed'],
    [400, 'Could not read Invite params: EOF', 'session', 'bad-request'],
    [500, 'Error inviting user', 'session', 'mail-failed'],
    [400, 'Could not decode admin user params: EOF', 'session', 'bad-request'],
    [
      400,
      'Bad Pagination Parameters: strconv.ParseUint: parsing "x": invalid syntax',
      'session',
      'bad-request',
    ],
    [400, 'Bad Pagination Parameters: per_page must not be 0', 'session', 'bad-request'],
    [400, "Bad Sort Parameters: bad field for sort 'email'", 'session', 'bad-request'],
    [400, 'Invalid query scope: x', 'session', 'bad-request'],
    [400, 'user_id must be an UUID', 'session', 'bad-request'],
    [500, 'Error creating user', 'session', 'account-not-made'],
    [500, 'Error updating user', 'session', 'account-not-changed'],
    [500, 'Database error deleting user', 'session', 'account-not-changed'],
  ],
  'GET /authorize and /callback': [
    [400, 'Unsupported provider: Provider is not enabled', 'sign-in', 'provider-off'],
    [400, 'Unsupported provider: Missing Oauth client ID', 'sign-in', 'provider-off'],
    [400, 'Unsupported provider: Provider x could not be found', 'sign-in', 'provider-off'],
    [400, 'OAuth state parameter missing', 'sign-in', 'oauth-expired'],
    [400, 'OAuth state is invalid: token is expired by 3s', 'sign-in', 'oauth-expired'],
    [400, 'OAuth state is invalid: <nil>', 'sign-in', 'oauth-expired'],
  ],
};

/** The way back from another service: `error` and `error_description` in the hash. */
const hashes: [error: string, description: string, kind: string][] = [
  ['access_denied', 'Signups not allowed for this instance', 'sign-up-closed'],
  ['access_denied', 'The user has denied your application access.', 'provider-declined'],
  ['access_denied', '', 'provider-declined'],
  ['invalid_request', 'Authorization code missing', 'provider-refused'],
  ['invalid_request', 'Unsupported provider: Provider is not enabled', 'provider-off'],
  ['invalid_request', 'Invited email does not match emails from external provider', 'provider-other-address'],
  ['invalid_request', 'A user with this email address has already been registered', 'already-registered'],
  ['invalid_request', '<script>alert(1)</script>', 'provider-refused'],
  ['redirect_uri_mismatch', 'The redirect_uri is not associated', 'provider-refused'],
  ['unauthorized_client', 'Your application has been suspended.', 'provider-refused'],
  ['server_error', 'User not found', 'link-used'],
  ['server_error', 'Unable to exchange external code', 'provider-failed'],
  ['server_error', 'Error getting user email from external provider', 'provider-hides-address'],
  ['server_error', 'Error sending confirmation mail', 'mail-failed'],
  ['server_error', 'Error updating user', 'account-not-changed'],
  ['server_error', 'Database error creating user', 'account-not-made'],
  ['server_error', 'Something of theirs', 'provider-failed'],
  ['temporarily_unavailable', 'Later', 'identity-down'],
  ['server_error', 'Failed to handle signup webhook', 'sign-up-rejected'],
  ...hooks.slice(1).map(([, text, , kind]) => ['server_error', text, kind] as [string, string, string]),
];

const rows = Object.entries(errors).flatMap(([endpoint, list]) =>
  list.map((row) => [endpoint, ...row] as const),
);

/** As gotrue-js throws it: `/token` answers 400 in OAuth's form, everything else in GoTrue's own. */
function asThrown(endpoint: string, status: number, text: string): unknown {
  if (endpoint !== 'POST /token') return { status, json: { code: status, msg: text } };
  const bare = text === 'unsupported_grant_type';
  return { status, json: bare ? { error: text } : { error: 'invalid_grant', error_description: text } };
}

describe('the text for each error', () => {
  it.each(rows)('%s: %i %s', (endpoint, status, text, operation, kind) => {
    const error = asThrown(endpoint, status, text);
    expect(toFailureKind(error, operation)).toBe(kind);
    const shown = failureOf(error, operation);
    expect(`${shown.title} ${shown.text}`.toLowerCase()).not.toContain(text.toLowerCase());
  });

  it.each(hashes)('back from another service: %s, %j', (error, description, kind) => {
    expect(providerFailureKind(error, description)).toBe(kind);
    const { title, text } = failures[providerFailureKind(error, description)];
    if (description) expect(`${title} ${text}`.toLowerCase()).not.toContain(description.toLowerCase());
  });

  it('each kind is reached by some error, the general one and our own by none', () => {
    const reached = new Set([...rows.map((row) => row[4]), ...hashes.map((row) => row[2])]);
    expect(Object.keys(failures).filter((kind) => !reached.has(kind))).toEqual([
      'oauth-unsolicited',
      'unknown',
    ]);
  });

  it('no two kinds have the same text', () => {
    const texts = Object.values(failures).map(({ title, text }) => `${title} ${text}`);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('the table against the Identity that runs here', () => {
  const folder = 'netlify/local/identity';
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    .join('\n');
  // What it throws up to the first value put in, and what it hands to whoever throws.
  const thrown = [
    ...source.matchAll(/new HttpError\(\s*\d+,\s*(['"`])([^$].*?)(?:\1|\$\{)/g),
    ...source.matchAll(/new OAuthError\('[a-z_]+',\s*(')(.+?)'/g),
    ...source.matchAll(/(')((?:Could not|Error|Database error) [^']+)'/g),
  ].flatMap(([, , text]) => (text ? [text] : []));
  const known = [...rows.map((row) => row[2]), ...hashes.map((row) => row[1])];

  it('has a row for everything that it says', () => {
    expect(thrown.length).toBeGreaterThan(40);
    const missing = thrown.filter((text) => !known.some((row) => row.startsWith(text)));
    expect(missing).toEqual([]);
  });
});
