import { check, declared } from '../check';
import { expectError, expectErrorStart } from '../wire';

/**
 * Contract 1.1 and 4.6: outside providers, of which the local server has none, and Netlify's own dispatch of events to
 * functions, which the tests of the functions cover.
 */
export const outsideChecks = [
  check('an unknown provider could not be found', [], async (t) => {
    expectError(
      await t.ask('/authorize?provider=x'),
      400,
      'Unsupported provider: Provider x could not be found',
    );
  }),
  check('no provider at all could not be found either', [], async (t) => {
    expectError(await t.ask('/authorize'), 400, 'Unsupported provider: Provider  could not be found');
  }),
  check('a provider that is off is not enabled', [], async (t) => {
    for (const name of ['github', 'GitLab', 'google', 'bitbucket', 'facebook']) {
      const answer = await t.ask(`/authorize?provider=${name}`);
      expectError(answer, 400, 'Unsupported provider: Provider is not enabled');
    }
  }),
  check('a callback without a state is refused', [], async (t) => {
    expectError(await t.ask('/callback'), 400, 'OAuth state parameter missing');
  }),
  check('a callback with a state of somebody else’s is refused', [], async (t) => {
    expectErrorStart(await t.ask('/callback?state=bad'), 400, 'OAuth state is invalid: ');
  }),
  declared('the way through a provider: validate and signup fire, the tokens are in the hash', ['provider']),
  declared('the second way through a provider fires login only', ['provider']),
  declared('closed sign-up sends a new person back with access_denied in the hash', ['provider']),
  declared('identity_signup reaches userSignup, whose user is answered as both maps', ['bootstrap']),
  declared('event.deny() is 401 without a body', ['bootstrap']),
  declared('a handler that returns nothing is 200 without a body', ['bootstrap']),
  declared('an event without user.email is 400', ['bootstrap']),
];
