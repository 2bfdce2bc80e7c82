import {
  type AccountFailure,
  type Doing,
  type Failure,
  type FailureKind,
  failureKindOf,
  type LinkFailure,
  type ServiceFailure,
} from '../_session/gotrue-errors';

const signIn = { label: 'Sign in', href: '/sign-in' };
const newPassword = { label: 'Set a new password', href: '/forgotten-password' };

/** About the account itself: address, password, session, rights. */
const accountFailures: Record<AccountFailure, Failure> = {
  'wrong-credentials': {
    title: 'Address and password do not belong together',
    text: 'Try again, or set a new password.',
    acts: [newPassword],
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
  'passwords-off': {
    title: 'Address and password are not used here',
    text: 'The house lets people in through other sign-in services alone. Choose one of those on the sign-in page.',
    acts: [signIn],
  },
  'address-missing': {
    title: 'An e-mail address is missing',
    text: 'Write yours into its field, then try again.',
    field: 'email',
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
  'password-missing': {
    title: 'A password is missing',
    text: 'Choose one of at least 8 characters; a short sentence works well.',
    field: 'password',
  },
  'password-refused': {
    title: 'This password cannot be kept',
    text: 'Use 8 to 72 characters; a short sentence works well.',
    field: 'password',
  },
  'account-not-made': {
    title: 'The account could not be made',
    text: 'Nothing was kept of it. Try again with a password of at most 72 characters; if it happens twice, write to the house.',
    field: 'password',
  },
  'account-not-changed': {
    title: 'The account could not be changed',
    text: 'It is as it was. Try again in a minute; if it happens twice, write to the house.',
    passing: true,
  },
  'session-ended': {
    title: 'Your session has ended',
    text: 'Sign in again, and you come back to where you were.',
    acts: [signIn],
  },
  'sign-out-failed': {
    title: 'The other devices are still signed in',
    text: 'Only this browser was signed out. Try again in a minute to end the other sessions.',
    passing: true,
  },
  'not-allowed': {
    title: 'Your account may not do that',
    text: 'It takes the rights of the house’s staff. If you should have them, ask the house, then sign in again.',
    acts: [signIn],
  },
};

const newLink = { label: 'Send a new one', href: '/forgotten-password' };

/** About mails and the links in them. */
const linkFailures: Record<LinkFailure, Failure> = {
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
  'link-cut': {
    title: 'That link is not whole',
    text: 'Some mail programs cut long lines. Copy the whole link from the mail into the address field, or have a new one sent.',
    acts: [newLink],
  },
  'change-expired': {
    title: 'That link is older than 24 hours',
    text: 'Your address is still the old one. Ask for the change once more, on your account’s page.',
    acts: [{ label: 'To your account', href: '/account' }],
  },
  'change-used': {
    title: 'That link changes nothing any more',
    text: 'It was used already, a later change has taken its place, or it belongs to another account than the one signed in here.',
    acts: [{ label: 'To your account', href: '/account' }],
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
};

const join = { label: 'Join with an e-mail address', href: '/join' };
const programme = { label: 'To the programme', href: '/' };

/** About the services that take part: Identity, the house's own functions, other sign-in services. */
const serviceFailures: Record<ServiceFailure, Failure> = {
  'too-many': {
    title: 'Too many tries from here',
    text: 'Wait a minute, then try again. What you typed is kept.',
    passing: true,
  },
  'house-refused': {
    title: 'The house could not finish this',
    text: 'Nothing was changed and what you typed is kept. Try again in a minute; if it happens twice, write to us.',
    passing: true,
  },
  'house-slow': {
    title: 'The house took too long to answer',
    text: 'Nothing was changed and what you typed is kept. It is often quicker the second time: try again.',
    passing: true,
  },
  'house-broken': {
    title: 'Something is broken in the house',
    text: 'Nothing was changed and what you typed is kept. It is ours to mend: write to us if it stays for an hour.',
    passing: true,
  },
  'house-declined': {
    title: 'The house did not take this account',
    text: 'It may not take addresses of that domain; joining with the address says why. Otherwise try again in a minute.',
    acts: [join],
  },
  'provider-declined': {
    title: 'You were not signed in',
    text: 'You turned back at the other service, or it did not let you through. Try it again, or use an address and a password.',
    acts: [signIn, join],
  },
  'provider-unasked': {
    title: 'That sign-in did not begin here',
    text: 'You were not signed in, because somebody else may have sent you that link. If it was you, begin again in this browser.',
    acts: [signIn],
  },
  'provider-refused': {
    title: 'You were not signed in',
    text: 'The other service sent an answer that we cannot use. Try it again, or use an address and a password.',
    acts: [signIn, join],
  },
  'provider-off': {
    title: 'That way in is closed',
    text: 'The house does not use that service any more, or not yet. Choose another, or an address and a password.',
    acts: [signIn, join],
  },
  'provider-late': {
    title: 'That took longer than five minutes',
    text: 'For safety the way through another service closes after that. Begin it again.',
    acts: [signIn],
  },
  'provider-failed': {
    title: 'The other service did not answer as it should',
    text: 'Try again in a minute, or use an address and a password.',
    acts: [signIn, join],
    passing: true,
  },
  'provider-hides-address': {
    title: 'The other service did not tell your e-mail address',
    text: 'An account needs one. Let that service show it to us, or join with an address and a password.',
    acts: [join],
  },
  'provider-other-address': {
    title: 'Your invitation went to another address',
    text: 'Choose the account there that has the invited address, or set a password instead.',
    acts: [{ label: 'Set a password', href: '/new-password' }],
  },
  'identity-down': {
    title: 'Signing in is not working just now',
    text: 'The programme is up to date and what you typed is kept. Only accounts wait until the sign-in service answers.',
    passing: true,
  },
  'identity-off': {
    title: 'Accounts are switched off here',
    text: 'This site has no sign-in service just now. The programme and the talk stay open to read.',
    acts: [programme],
  },
  misunderstood: {
    title: 'That went wrong on our side',
    text: 'The sign-in service did not understand what this page sent. Load the page anew and try again; if it stays, write to the house.',
  },
  unknown: {
    title: 'That did not work',
    text: 'We do not know why yet. Try again; if it stays, write to the house and say what you were doing.',
  },
};

/** What people read, for each kind. Apart from the kinds: every page knows those, only pages about accounts need the words. */
export const failures: Record<FailureKind, Failure> = {
  ...accountFailures,
  ...linkFailures,
  ...serviceFailures,
};

export function failureOf(error: unknown, doing: Doing): Failure {
  return failures[failureKindOf(error, doing)];
}
