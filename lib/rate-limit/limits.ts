import type { RateLimit } from './rate-limit';

/** All limits of the site that go by number and time. What one member may post is counted in `lib/comments/posting-limits`. */

/** Every letter is a search. More than a school class behind one address types. */
export const SEARCH_LIMIT: RateLimit = {
  name: 'search',
  limit: 300,
  perSeconds: 60,
  burst: 150,
  by: 'client address',
  countOneIn: 10,
  refusal: (wait) => `Too many requests from here. Try again in ${wait}.`,
};

/** Reveals which e-mail domains may join, so it should be used by people, not by scripts with a list. */
export const SIGN_UP_CHECK_LIMIT: RateLimit = {
  name: 'sign-up-check',
  limit: 30,
  perSeconds: 60,
  burst: 10,
  by: 'client address',
  refusal: (wait) => `Too many requests from here. Try again in ${wait}.`,
};

/** Each one sends a mail to somebody who may not have asked for it. */
export const EMAIL_CHANGE_LIMIT: RateLimit = {
  name: 'email-change',
  limit: 5,
  perSeconds: 15 * 60,
  burst: 3,
  by: 'account',
  refusal: (wait) => `We’ve sent you several e-mails already. Try again in ${wait}.`,
};
