import type { Failure } from './failures';
import type { ServiceFailure } from './failures-answers';

const join = { label: 'Join with an e-mail address', href: '/join' };
const signIn = { label: 'Sign in', href: '/sign-in' };
const programme = { label: 'To the programme', href: '/' };

/** About the services that take part: Identity, the house's own functions, other sign-in services. */
export const serviceFailures: Record<ServiceFailure, Failure> = {
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
