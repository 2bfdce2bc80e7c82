import type { Failure } from './failures';
import type { AccountFailure } from './failures-answers';

const newPassword = { label: 'Set a new password', href: '/forgotten-password' };
const signIn = { label: 'Sign in', href: '/sign-in' };

/** About the account itself: address, password, session, rights. */
export const accountFailures: Record<AccountFailure, Failure> = {
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
