import { expect } from 'vitest';
import { check } from '../check';
import { expectError, expectErrorStart, readJwt, tokensOf } from '../wire';

/** Contract 1.1 and 3.2. */
export const verifyChecks = [
  check('nothing: a token is required', [], async (t) => {
    expectError(await t.verify({}), 422, 'Verify requires a token');
  }),
  check('a blank token is none', [], async (t) => {
    expectError(await t.verify({ token: ' ' }), 422, 'Verify requires a token');
  }),
  check('the token is asked for before the type', [], async (t) => {
    expectError(await t.verify({ type: 'foo' }), 422, 'Verify requires a token');
  }),
  check('an unknown type is refused', [], async (t) => {
    expectError(await t.verify({ token: 'x', type: 'foo' }), 422, 'Verify requires a verification type');
  }),
  check('no type is refused', [], async (t) => {
    expectError(await t.verify({ token: 'x' }), 422, 'Verify requires a verification type');
  }),
  check('a broken body is refused', [], async (t) => {
    expectErrorStart(await t.ask('/verify', { body: 'nope' }), 400, 'Could not read verification params: ');
  }),
  check('an unknown token is 404, for both types', [], async (t) => {
    expectError(await t.verify({ token: 'x', type: 'signup' }), 404, 'User not found');
    expectError(await t.verify({ token: 'x', type: 'recovery' }), 404, 'User not found');
  }),
  check('the mailed token gives a session and confirms the address', ['confirm', 'mail'], async (t) => {
    const { email, token } = await t.unconfirmed();
    const tokens = tokensOf(await t.verify({ type: 'signup', token }));
    expect([tokens.token_type, tokens.expires_in]).toEqual(['bearer', 3600]);
    const user = await t.user(tokens.access_token);
    expect([user.email, typeof user.confirmed_at]).toEqual([email, 'string']);
  }),
  check('confirmation_sent_at stays after it', ['confirm', 'mail'], async (t) => {
    const { token } = await t.unconfirmed();
    const tokens = tokensOf(await t.verify({ type: 'signup', token }));
    expect(await t.user(tokens.access_token)).toHaveProperty('confirmation_sent_at');
  }),
  check('the session of the confirmation refreshes', ['confirm', 'mail'], async (t) => {
    const { token } = await t.unconfirmed();
    const tokens = tokensOf(await t.verify({ type: 'signup', token }));
    expect((await t.refresh(tokens.refresh_token)).status).toBe(200);
  }),
  check('the second click is 404', ['confirm', 'mail'], async (t) => {
    const { token } = await t.unconfirmed();
    await t.verify({ type: 'signup', token });
    expectError(await t.verify({ type: 'signup', token }), 404, 'User not found');
  }),
  check('the token of a sign-up recovers nothing', ['confirm', 'mail'], async (t) => {
    const { token } = await t.unconfirmed();
    expectError(await t.verify({ type: 'recovery', token }), 404, 'User not found');
  }),
  check('after 24 hours the token is expired', ['confirm', 'mail', 'clock'], async (t) => {
    const { token } = await t.unconfirmed();
    await t.advance(24 * 3600 + 60);
    expectError(await t.verify({ type: 'signup', token }), 422, 'Confirmation token expired');
  }),
  check('a minute before, it works', ['confirm', 'mail', 'clock'], async (t) => {
    const { token } = await t.unconfirmed();
    await t.advance(24 * 3600 - 60);
    expect((await t.verify({ type: 'signup', token })).status).toBe(200);
  }),
  check('a password sent along by somebody who chose one is ignored', ['confirm', 'mail'], async (t) => {
    const { email, token } = await t.unconfirmed();
    await t.verify({ type: 'signup', token, password: 'another' });
    expect((await t.passwordGrant(email, 'another')).status).toBe(400);
    expect((await t.passwordGrant(email, 'correct horse')).status).toBe(200);
  }),
  check('the data of the sign-up are in the first token', ['confirm', 'mail'], async (t) => {
    const email = t.newEmail();
    await t.signup(email, { data: { full_name: 'Oona Reyes' } });
    const token = await t.mailedToken(email, 'confirmation_token');
    const tokens = tokensOf(await t.verify({ type: 'signup', token }));
    expect(readJwt(tokens.access_token).claims.user_metadata).toEqual({ full_name: 'Oona Reyes' });
  }),
];
