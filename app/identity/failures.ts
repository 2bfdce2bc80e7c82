/**
 * Every way in which Identity refuses, in our own words. Pure: takes what gotrue-js throws (`status`, `json`, `data`) or
 * a network error, and never shows a text of Identity's. Source of its answers: Identity contract, sections 1.1 to 3.6.
 */

/** What was being done; the same answer ("User not found") means different things in different places. */
export type Doing = 'sign-up' | 'sign-in' | 'link' | 'recovery' | 'session';

export type FailureKind =
  | 'wrong-credentials'
  | 'not-confirmed'
  | 'already-registered'
  | 'sign-up-closed'
  | 'address-refused'
  | 'address-taken'
  | 'password-refused'
  | 'link-used'
  | 'link-expired'
  | 'too-many'
  | 'mail-too-soon'
  | 'mail-failed'
  | 'house-refused'
  | 'session-ended'
  | 'provider-refused'
  | 'identity-down'
  | 'unknown';

export interface Act {
  label: string;
  href: string;
}

export interface Failure {
  title: string;
  text: string;
  /** The field that it belongs to, where there is one. */
  field?: 'email' | 'password';
  /** The ways on, at most two. */
  acts?: Act[];
  /** True when the same thing may work in a moment, unchanged. */
  passing?: boolean;
}

const newLink = { label: 'Send a new one', href: '/forgotten-password' };
const signIn = { label: 'Sign in', href: '/sign-in' };
const join = { label: 'Join with an e-mail address', href: '/join' };

export const failures: Record<FailureKind, Failure> = {
  'wrong-credentials': {
    title: 'Address and password do not belong together',
    text: 'Try again, or set a new password.',
    acts: [{ label: 'Set a new password', href: '/forgotten-password' }],
  },
  'not-confirmed': {
    title: 'This address is not confirmed yet',
    text: 'Open the link in the mail that we sent to it, or have the mail sent again.',
  },
  'already-registered': {
    title: 'There is an account with this address already',
    text: 'Sign in with it. If the password is gone, you can set a new one from there.',
    field: 'email',
    acts: [signIn],
  },
  'sign-up-closed': {
    title: 'New accounts are closed just now',
    text: 'The house has stopped taking new members for a while. The programme and the talk stay open to read.',
    acts: [{ label: 'To the programme', href: '/' }],
  },
  'address-refused': {
    title: 'This address cannot be right',
    text: 'Look for a slip, such as a missing dot, and try again.',
    field: 'email',
  },
  'address-taken': {
    title: 'That address belongs to another account',
    text: 'Your account keeps the address it has. Sign in with the other one, or choose a third.',
    acts: [{ label: 'To your account', href: '/account' }],
  },
  'password-refused': {
    title: 'This password cannot be kept',
    text: 'Use 8 to 72 characters; a short sentence works well.',
    field: 'password',
  },
  'link-used': {
    title: 'That link was used already',
    text: 'Each link works once. If it was you, sign in; if not, have a new one sent to the same address.',
    acts: [signIn, newLink],
  },
  'link-expired': {
    title: 'That link is older than 24 hours',
    text: 'It does not work any more. Have a new one sent to the same address.',
    acts: [newLink],
  },
  'too-many': {
    title: 'Too many tries from here',
    text: 'Wait a minute, then try again. What you typed is kept.',
    passing: true,
  },
  'mail-too-soon': {
    title: 'A mail went out less than 15 minutes ago',
    text: 'Look for it first, in the spam folder too. After 15 minutes we can send another.',
    passing: true,
  },
  'mail-failed': {
    title: 'The mail could not be sent',
    text: 'Nothing else was changed. Try again in a minute; if it happens twice, write to the house.',
    passing: true,
  },
  'house-refused': {
    title: 'The house could not finish this',
    text: 'Nothing was changed and what you typed is kept. Try again in a minute; if it happens twice, write to us.',
    passing: true,
  },
  'session-ended': {
    title: 'Your session has ended',
    text: 'Sign in again, and you come back to where you were.',
    acts: [signIn],
  },
  'provider-refused': {
    title: 'You were not signed in',
    text: 'The other service did not let you through, or you turned back there. Try it again, or use an address and a password.',
    acts: [join],
  },
  'identity-down': {
    title: 'Signing in is not working just now',
    text: 'The programme is up to date and what you typed is kept. Only accounts wait until the sign-in service answers.',
    passing: true,
  },
  unknown: {
    title: 'That did not work',
    text: 'We do not know why yet. Try again; if it stays, write to the house and say what you were doing.',
  },
};

/** Identity's answers word for word; compared from the beginning, because some go on with details. */
const answers: [status: number, beginning: string, kind: FailureKind][] = [
  [400, 'No user found with that email, or password invalid.', 'wrong-credentials'],
  [400, 'Email not confirmed', 'not-confirmed'],
  [400, 'A user with this email address has already been registered', 'already-registered'],
  [403, 'Signups not allowed for this instance', 'sign-up-closed'],
  [400, 'Unsupported email provider', 'sign-up-closed'],
  [422, 'Unable to validate email address', 'address-refused'],
  [422, 'An email address is required', 'address-refused'],
  [422, 'Password recovery requires an email', 'address-refused'],
  [422, 'Email address already registered by another user', 'address-taken'],
  [422, 'Signup requires a valid password', 'password-refused'],
  [422, 'Invited users must specify a password', 'password-refused'],
  [500, 'Error storing password', 'password-refused'],
  [500, 'Error during password storage', 'password-refused'],
  [422, 'Confirmation token expired', 'link-expired'],
  [422, 'Recovery token expired', 'link-expired'],
  [422, 'Email change token expired', 'link-expired'],
  [401, "Email Change Token didn't match token on file", 'link-used'],
  [422, 'Verify requires a token', 'link-used'],
  [429, 'Rate limit exceeded, try again later', 'mail-too-soon'],
  [500, 'Error sending confirmation mail', 'mail-failed'],
  [500, 'Error recovering user', 'mail-failed'],
  [500, 'Error sending change email', 'mail-failed'],
  [422, 'Failed to handle', 'house-refused'],
  [500, 'Webhook returned malformed JSON', 'house-refused'],
  [500, 'Failed to trigger webhook', 'house-refused'],
  [502, 'Failed to connect to', 'house-refused'],
  [504, 'Failed to perform webhook in time frame', 'house-refused'],
  [500, 'Database error', 'house-refused'],
  [400, 'Invalid Refresh Token', 'session-ended'],
  [400, 'Refresh token expired', 'session-ended'],
  [401, 'Invalid user', 'session-ended'],
  [401, 'Invalid token', 'session-ended'],
  [401, 'This endpoint requires a Bearer token', 'session-ended'],
];

export function failureOf(error: unknown, doing: Doing): Failure {
  return failures[failureKindOf(error, doing)];
}

export function failureKindOf(error: unknown, doing: Doing = 'session'): FailureKind {
  const status = statusOf(error);
  if (status === null) return 'identity-down';
  const text = textOf(error);
  const known = answers.find(([code, beginning]) => code === status && text.startsWith(beginning));
  if (known) return known[2];
  if (status === 404 && text === 'User not found') return doing === 'link' ? 'link-used' : 'session-ended';
  if (status === 429) return 'too-many';
  // A 404 without Identity's own text: there is no Identity at this address.
  return status >= 500 || status === 404 ? 'identity-down' : 'unknown';
}

/** The hash of a sign-in through another service that failed: `error` and `error_description` (contract 3.6). */
export function providerFailureKind(error: string, description: string): FailureKind {
  if (description.startsWith('Signups not allowed for this instance')) return 'sign-up-closed';
  if (description.startsWith('Failed to handle')) return 'house-refused';
  return error === 'server_error' || error === 'temporarily_unavailable'
    ? 'identity-down'
    : 'provider-refused';
}

/** Null for an error that is no answer: refused connection, reset, time-out, offline. */
function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('status' in error)) return null;
  return typeof error.status === 'number' ? error.status : null;
}

function textOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('json' in error)) return '';
  const json = error.json;
  if (typeof json !== 'object' || json === null) return '';
  const { msg, error_description: description } = json as { msg?: unknown; error_description?: unknown };
  return String(msg ?? description ?? '');
}
