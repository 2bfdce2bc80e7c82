import type { RateLimit } from './rate-limit';

/**
 * All limits by number and time. A route names one as its `limit`. What one member may post is counted in
 * `lib/comments/posting-limits.ts`.
 */

const fromHere = (wait: string) => `Too many requests from here. Try again in ${wait}.`;
const tooOften = (wait: string) =>
  `You’ve done this very often, so nothing was changed. Try again in ${wait}.`;

/** Every letter is a search. More than a school class behind one address types. */
export const SEARCH_LIMIT: RateLimit = {
  name: 'search',
  limit: 300,
  perSeconds: 60,
  burst: 150,
  by: 'client address',
  countOneIn: 10,
  refusal: fromHere,
};

/** Comments, threads and members by the API; pages are cached. */
export const PUBLIC_LIST_LIMIT: RateLimit = {
  name: 'public-list',
  limit: 600,
  perSeconds: 60,
  burst: 300,
  by: 'client address',
  countOneIn: 10,
  refusal: fromHere,
};

/** What people see of their own in their account. */
export const OWN_LIST_LIMIT: RateLimit = {
  name: 'own-list',
  limit: 240,
  perSeconds: 60,
  burst: 120,
  by: 'account',
  countOneIn: 10,
  refusal: (wait) => `You’ve asked for this very often. Try again in ${wait}.`,
};

/** Reveals which e-mail domains may join, so it should be used by people, not by scripts with a list. */
export const SIGN_UP_CHECK_LIMIT: RateLimit = {
  name: 'sign-up-check',
  limit: 30,
  perSeconds: 60,
  burst: 10,
  by: 'client address',
  countsRefused: true,
  refusal: fromHere,
};

/** Each one sends a mail to somebody who may not have asked for it, and a refusal says who has an account. */
export const EMAIL_CHANGE_LIMIT: RateLimit = {
  name: 'email-change',
  limit: 9,
  perSeconds: 15 * 60,
  burst: 8,
  by: 'account',
  countsRefused: true,
  refusal: (wait) => `We’ve sent you several e-mails already. Try again in ${wait}.`,
};

/** Name, access needs, replies read, signing out everywhere. */
export const ACCOUNT_CHANGE_LIMIT: RateLimit = {
  name: 'account-change',
  limit: 60,
  perSeconds: 60,
  burst: 30,
  by: 'account',
  refusal: tooOften,
};

/** Editing and deleting. */
export const COMMENT_CHANGE_LIMIT: RateLimit = {
  name: 'comment-change',
  limit: 60,
  perSeconds: 60,
  burst: 30,
  by: 'account',
  refusal: tooOften,
};

/** Removing and restoring comments, closing and opening discussions: staff in a hurry. */
export const MODERATION_LIMIT: RateLimit = {
  name: 'moderation',
  limit: 240,
  perSeconds: 60,
  burst: 120,
  by: 'account',
  refusal: tooOften,
};

/** Holding, changing, confirming and cancelling. A program holds seats faster than anybody chooses them. */
export const ORDER_LIMIT: RateLimit = {
  name: 'order',
  limit: 60,
  perSeconds: 60,
  burst: 30,
  by: 'account',
  refusal: tooOften,
};

/** Selling, taking money, cancelling and blocking at the desk: staff with a queue before them. */
export const DESK_LIMIT: RateLimit = {
  name: 'desk',
  limit: 240,
  perSeconds: 60,
  burst: 120,
  by: 'account',
  refusal: tooOften,
};

/** Scans at the doors: several devices may be signed in as one person, and a queue hands in what it kept. */
export const CHECK_IN_LIMIT: RateLimit = {
  name: 'check-in',
  limit: 600,
  perSeconds: 60,
  burst: 300,
  by: 'account',
  refusal: tooOften,
};
