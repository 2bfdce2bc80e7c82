import type { Failure } from './failures';
import type { LinkFailure } from './failures-answers';

const newLink = { label: 'Send a new one', href: '/forgotten-password' };
const signIn = { label: 'Sign in', href: '/sign-in' };

/** About mails and the links in them. */
export const linkFailures: Record<LinkFailure, Failure> = {
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
