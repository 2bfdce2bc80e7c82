/**
 * Classifies every way in which Identity refuses. Pure: takes what gotrue-js throws (`status`, `json`, `data`) or a
 * network error, and never passes on a text of Identity's. The messages for each kind are in
 * `app/_auth/error-messages.ts`.
 */

/** The operation; the same error ("User not found") means different things in different operations. */
export type AuthOperation = 'sign-up' | 'sign-in' | 'link' | 'recovery' | 'session';

export function toFailureKind(error: unknown, operation: AuthOperation = 'session'): FailureKind {
  const status = statusOf(error);
  if (status === null) return 'identity-down';
  const text = textOf(error);
  if (status === 404 && text === 'User not found')
    return operation === 'link' ? 'link-used' : 'session-ended';
  const known = kindOfError(status, text);
  if (known) return known;
  if (status === 429) return 'rate-limited';
  // A 404 without Identity's own text: there is no Identity at this address.
  if (status === 404) return 'identity-off';
  return status >= 500 ? 'identity-down' : 'unknown';
}

/** The hash of a sign-in through another service that failed: `error` and `error_description` (contract 3.6). */
export function providerFailureKind(error: string, description: string): FailureKind {
  return kindOfProviderError(error, description);
}

/** Null for an error without a response: refused connection, reset, time-out, offline. */
function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('status' in error)) return null;
  return typeof error.status === 'number' ? error.status : null;
}

/** Identity's own sentence, or the code of an OAuth error that has none. */
function textOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('json' in error)) return '';
  const json = error.json;
  if (typeof json !== 'object' || json === null) return '';
  const { msg, error_description, error: code } = json as Record<string, unknown>;
  const text = msg ?? error_description ?? code;
  return typeof text === 'string' ? text : '';
}

export type AccountFailure =
  | 'wrong-credentials'
  | 'not-confirmed'
  | 'already-registered'
  | 'sign-up-closed'
  | 'passwords-off'
  | 'address-missing'
  | 'address-refused'
  | 'address-taken'
  | 'password-missing'
  | 'password-refused'
  | 'account-not-made'
  | 'account-not-changed'
  | 'session-ended'
  | 'sign-out-failed'
  | 'not-allowed';

export type LinkFailure =
  | 'link-used'
  | 'link-expired'
  | 'link-truncated'
  | 'change-expired'
  | 'change-used'
  | 'mail-too-soon'
  | 'mail-failed';

export type ServiceFailure =
  | 'rate-limited'
  | 'hook-rejected'
  | 'hook-timeout'
  | 'hook-failed'
  | 'sign-up-rejected'
  | 'provider-declined'
  | 'oauth-unsolicited'
  | 'provider-refused'
  | 'provider-off'
  | 'oauth-expired'
  | 'provider-failed'
  | 'provider-hides-address'
  | 'provider-other-address'
  | 'identity-down'
  | 'identity-off'
  | 'bad-request'
  | 'unknown';

export type FailureKind = AccountFailure | LinkFailure | ServiceFailure;

type Known = [status: number, beginning: string, kind: FailureKind];

/**
 * Identity's sentences word for word; compared from the beginning, because some go on with details, so the longer of two
 * comes first. Source: Identity contract, sections 1.0, 1.1 and 2 to 5.
 */
const knownErrors: Known[] = [
  [400, 'No user found with that email, or password invalid.', 'wrong-credentials'],
  [400, 'Email not confirmed', 'not-confirmed'],
  [400, 'A user with this email address has already been registered', 'already-registered'],
  [403, 'Signups not allowed for this instance', 'sign-up-closed'],
  [400, 'Unsupported email provider', 'passwords-off'],
  [422, 'An email address is required', 'address-missing'],
  [422, 'Password recovery requires an email', 'address-missing'],
  [422, 'Unable to validate email address', 'address-refused'],
  [422, 'Email address already registered by another user', 'address-taken'],
  [422, 'Signup requires a valid password', 'password-missing'],
  [422, 'Invited users must specify a password', 'password-missing'],
  [500, 'Error storing password', 'password-refused'],
  [500, 'Error during password storage', 'password-refused'],
  [500, 'Database error creating user', 'account-not-made'],
  [500, 'Error creating user', 'account-not-made'],
  // During recovery the first of these hides our own function's message.
  [500, 'Database error updating user', 'hook-rejected'],
  [500, 'Error updating user', 'account-not-changed'],
  [500, 'Database error deleting user', 'account-not-changed'],
  [401, 'Updating app_metadata requires admin privileges', 'not-allowed'],
  [401, 'Invalid admin user', 'not-allowed'],
  [401, 'User not allowed', 'not-allowed'],
  [401, 'Invalid export secret', 'not-allowed'],
  [422, 'Confirmation token expired', 'link-expired'],
  [422, 'Recovery token expired', 'link-expired'],
  [422, 'Email change token expired', 'change-expired'],
  [401, "Email Change Token didn't match token on file", 'change-used'],
  [422, 'Verify requires a token', 'link-truncated'],
  [429, 'Rate limit exceeded, try again later', 'mail-too-soon'],
  [500, 'Error sending confirmation mail', 'mail-failed'],
  [500, 'Error sending change email', 'mail-failed'],
  [500, 'Error recovering user', 'mail-failed'],
  [500, 'Error inviting user', 'mail-failed'],
  [422, 'Failed to handle', 'hook-rejected'],
  [504, 'Failed to perform webhook in time frame', 'hook-timeout'],
  [502, 'Failed to connect to', 'hook-failed'],
  [500, 'Failed to trigger webhook', 'hook-failed'],
  [500, 'Webhook returned malformed JSON', 'hook-failed'],
  [400, 'Invalid Refresh Token', 'session-ended'],
  [400, 'Refresh token expired', 'session-ended'],
  [400, 'refresh_token required', 'session-ended'],
  [400, 'Could not read User ID claim', 'session-ended'],
  [400, "Token audience doesn't match request audience", 'session-ended'],
  [401, 'Invalid user', 'session-ended'],
  [401, 'Invalid token', 'session-ended'],
  [401, 'This endpoint requires a Bearer token', 'session-ended'],
  [500, 'Error logging out user', 'sign-out-failed'],
  [400, 'Unsupported provider', 'provider-off'],
  [400, 'OAuth state', 'oauth-expired'],
  [400, 'unsupported_grant_type', 'bad-request'],
  [400, 'Could not read', 'bad-request'],
  [400, 'Could not decode admin user params', 'bad-request'],
  [400, 'Bad Pagination Parameters', 'bad-request'],
  [400, 'Bad Sort Parameters', 'bad-request'],
  [400, 'Invalid query scope', 'bad-request'],
  [400, 'user_id must be an UUID', 'bad-request'],
  [422, 'Verify requires a verification type', 'bad-request'],
  [400, 'Operator microservice', 'identity-off'],
  [400, 'Instance ID is missing', 'identity-off'],
  [404, 'Unable to locate site configuration', 'identity-off'],
];

/** Those that come only in the hash of the way back from another service, whatever the status was (contract 3.6). */
const providerErrors: [beginning: string, kind: FailureKind][] = [
  ['User not found', 'link-used'],
  // Our rules about addresses, which `/join` checks beforehand; on this way nobody could.
  ['Failed to handle', 'sign-up-rejected'],
  ['Authorization code missing', 'provider-refused'],
  ['Invited email does not match', 'provider-other-address'],
  ['Unable to exchange external code', 'provider-failed'],
  ['Error getting user email from external provider', 'provider-hides-address'],
];

function kindOfError(status: number, text: string): FailureKind | null {
  const known = knownErrors.find(([code, beginning]) => code === status && text.startsWith(beginning));
  return known ? known[2] : null;
}

/** By its description, where Identity wrote it; else by the code, which the other service chose. */
function kindOfProviderError(error: string, description: string): FailureKind {
  const own = providerErrors.find(([beginning]) => description.startsWith(beginning));
  if (own) return own[1];
  const known = knownErrors.find(([, beginning]) => description.startsWith(beginning));
  if (known) return known[2];
  if (error === 'access_denied') return 'provider-declined';
  if (error === 'server_error') return 'provider-failed';
  return error === 'temporarily_unavailable' ? 'identity-down' : 'provider-refused';
}
