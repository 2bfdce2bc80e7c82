import { declared } from '../check';

/** Contract 4.6: Netlify's own dispatch of events to functions, which the tests of the functions cover. */
export const outsideChecks = [
  declared('identity_signup reaches userSignup, whose user is answered as both maps', ['bootstrap']),
  declared('event.deny() is 401 without a body', ['bootstrap']),
  declared('a handler that returns nothing is 200 without a body', ['bootstrap']),
  declared('an event without user.email is 400', ['bootstrap']),
];
