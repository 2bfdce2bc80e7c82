import {
  type AccountFailure,
  type AuthOperation,
  type FailureKind,
  toFailureKind,
  type LinkFailure,
  type ServiceFailure,
} from '../_session/gotrue-errors';
import type { NoticeAction } from '../_components/form/notice';

/** Why Identity, or a link of its mails, refused something, as people read it. */
export interface Failure {
  title: string;
  text: string;
  /** The field to put right, where there is one. */
  field?: 'email' | 'password';
  /** What to do next, at most two. */
  actions?: NoticeAction[];
  /** True when the same thing may work in a moment, unchanged. */
  passing?: boolean;
}

const signIn = { label: 'Sign in', href: '/sign-in' };
const newPassword = { label: 'Set a new password', href: '/forgotten-password' };

/** About the account itself: address, password, session, rights. */
const accountFailures: Record<AccountFailure, Failure> = {
  'wrong-credentials': {
    title: 'Wrong e-mail address or password',
    text: 'Try again, or set a new password.',
    actions: [newPassword],
  },
  'not-confirmed': {
    title: 'This address isn’t confirmed yet',
    text: 'Open the link we e-mailed you, or send the e-mail again.',
  },
  'already-registered': {
    title: 'There’s already an account with this address',
    text: 'Sign in with it. Forgot your password? You can set a new one there.',
    field: 'email',
    actions: [signIn],
  },
  'sign-up-closed': {
    title: 'We’re not taking new members at the moment',
    text: 'You can still read the programme and the comments.',
    actions: [{ label: 'To the programme', href: '/' }],
  },
  'passwords-off': {
    title: 'You can’t sign in with a password here',
    text: 'Use one of the other services on the sign-in page.',
    actions: [signIn],
  },
  'address-missing': {
    title: 'An e-mail address is missing',
    text: 'Enter your e-mail address and try again.',
    field: 'email',
  },
  'address-refused': {
    title: 'This address doesn’t look right',
    text: 'Check it for typos, such as a missing dot, and try again.',
    field: 'email',
  },
  'address-taken': {
    title: 'That address belongs to another account',
    text: 'Your account keeps its address. Sign in with the other account, or choose a different address.',
    actions: [{ label: 'To your account', href: '/account' }],
  },
  'password-missing': {
    title: 'A password is missing',
    text: 'Choose a password of at least 8 characters; a short sentence works well.',
    field: 'password',
  },
  'password-refused': {
    title: 'This password doesn’t work here',
    text: 'Use 8 to 72 characters; a short sentence works well.',
    field: 'password',
  },
  'account-not-made': {
    title: 'We couldn’t create the account',
    text: 'Nothing was saved. Try again with a password of at most 72 characters. If it happens again, write to us.',
    field: 'password',
  },
  'account-not-changed': {
    title: 'We couldn’t change the account',
    text: 'Nothing was changed. Try again in a minute. If it happens again, write to us.',
    passing: true,
  },
  'session-ended': {
    title: 'Your session has ended',
    text: 'Sign in again and you’ll come back to where you were.',
    actions: [signIn],
  },
  'sign-out-failed': {
    title: 'The other devices are still signed in',
    text: 'Only this browser was signed out. Try again in a minute to end the other sessions.',
    passing: true,
  },
  'not-allowed': {
    title: 'Your account can’t do that',
    text: 'Only staff can. If you should be able to, write to us, then sign in again.',
    actions: [signIn],
  },
};

const newLink = { label: 'Send a new one', href: '/forgotten-password' };

/** About mails and the links in them. */
const linkFailures: Record<LinkFailure, Failure> = {
  'link-used': {
    title: 'This link was already used',
    text: 'Each link works once. If you used it, sign in. If not, we can send a new one to the same address.',
    actions: [signIn, newLink],
  },
  'link-expired': {
    title: 'This link has expired',
    text: 'Links work for 24 hours. We can send a new one to the same address.',
    actions: [newLink],
  },
  'link-truncated': {
    title: 'This link is incomplete',
    text: 'Some mail programs cut long lines. Copy the whole link from the e-mail into your browser’s address bar, or ask for a new one.',
    actions: [newLink],
  },
  'change-expired': {
    title: 'This link has expired',
    text: 'Your address is still the old one. Ask for the change again on your account page.',
    actions: [{ label: 'To your account', href: '/account' }],
  },
  'change-used': {
    title: 'This link no longer works',
    text: 'It was already used, replaced by a newer one, or belongs to a different account.',
    actions: [{ label: 'To your account', href: '/account' }],
  },
  'mail-too-soon': {
    title: 'We sent an e-mail less than 15 minutes ago',
    text: 'Look for it first, in your spam folder too. After 15 minutes we can send another.',
    passing: true,
  },
  'mail-failed': {
    title: 'We couldn’t send the e-mail',
    text: 'Nothing was changed. Try again in a minute. If it happens again, write to us.',
    passing: true,
  },
};

const join = { label: 'Join with an e-mail address', href: '/join' };
const programme = { label: 'To the programme', href: '/' };

/** About the services that take part: Identity, our own functions behind it, other sign-in services. */
const serviceFailures: Record<ServiceFailure, Failure> = {
  'rate-limited': {
    title: 'Too many attempts',
    text: 'Wait a minute, then try again. We’ve kept what you typed.',
    passing: true,
  },
  'hook-rejected': {
    title: 'We couldn’t finish this',
    text: 'Nothing was changed and we’ve kept what you typed. Try again in a minute. If it happens again, write to us.',
    passing: true,
  },
  'hook-timeout': {
    title: 'That took too long',
    text: 'Nothing was changed and we’ve kept what you typed. Try again; it’s often quicker the second time.',
    passing: true,
  },
  'hook-failed': {
    title: 'Something went wrong on our side',
    text: 'Nothing was changed and we’ve kept what you typed. Write to us if it hasn’t been fixed in an hour.',
    passing: true,
  },
  'sign-up-rejected': {
    title: 'We couldn’t create this account',
    text: 'We may not accept addresses of that domain; join with an e-mail address to see why. Otherwise try again in a minute.',
    actions: [join],
  },
  'provider-declined': {
    title: 'You weren’t signed in',
    text: 'Sign-in was cancelled or refused by the other service. Try again, or use an e-mail address and a password.',
    actions: [signIn, join],
  },
  'oauth-unsolicited': {
    title: 'That sign-in wasn’t started here',
    text: 'You weren’t signed in, because someone else may have sent you that link. If it was you, start again in this browser.',
    actions: [signIn],
  },
  'provider-refused': {
    title: 'You weren’t signed in',
    text: 'The other service sent something we can’t use. Try again, or use an e-mail address and a password.',
    actions: [signIn, join],
  },
  'provider-off': {
    title: 'This sign-in option isn’t available',
    text: 'Choose another service, or use an e-mail address and a password.',
    actions: [signIn, join],
  },
  'oauth-expired': {
    title: 'That took longer than five minutes',
    text: 'For safety, signing in through another service stops after five minutes. Start again.',
    actions: [signIn],
  },
  'provider-failed': {
    title: 'The other service isn’t working properly',
    text: 'Try again in a minute, or use an e-mail address and a password.',
    actions: [signIn, join],
    passing: true,
  },
  'provider-hides-address': {
    title: 'The other service didn’t share your e-mail address',
    text: 'An account needs one. Allow that service to share it, or join with an e-mail address and a password.',
    actions: [join],
  },
  'provider-other-address': {
    title: 'Your invitation was sent to another address',
    text: 'Choose the account with the invited address there, or set a password instead.',
    actions: [{ label: 'Set a password', href: '/new-password' }],
  },
  'identity-down': {
    title: 'Signing in isn’t working at the moment',
    text: 'The programme still works and we’ve kept what you typed. The sign-in service isn’t responding.',
    passing: true,
  },
  'identity-off': {
    title: 'Accounts are turned off here',
    text: 'You can still read the programme and the comments.',
    actions: [programme],
  },
  'bad-request': {
    title: 'That went wrong on our side',
    text: 'The sign-in service didn’t understand what this page sent. Reload the page and try again. If it happens again, write to us.',
  },
  unknown: {
    title: 'Something went wrong',
    text: 'We don’t know why yet. Try again. If it happens again, write to us and say what you were doing.',
  },
};

/**
 * The message for each kind of failure. Separate from the kinds: every page needs those, but only account pages need
 * the texts.
 */
export const failures: Record<FailureKind, Failure> = {
  ...accountFailures,
  ...linkFailures,
  ...serviceFailures,
};

export function failureOf(error: unknown, operation: AuthOperation): Failure {
  return failures[toFailureKind(error, operation)];
}
