import { expect } from 'vitest';
import { check } from '../check';
import { expectError, expectErrorStart, readJwt, tokensOf, userOf } from '../wire';

const taken = 'Email address already registered by another user';
const passwordFirst = 'Invited users must specify a password';

/** Contract 3.3. */
export const inviteChecks = [
  check('an invitation needs an admin', [], async (t) => {
    const json = { email: t.newEmail() };
    expectError(await t.ask('/invite', { json }), 401, 'This endpoint requires a Bearer token');
    const { tokens } = await t.signedIn();
    const answer = await t.ask('/invite', { json, bearer: tokens.access_token });
    expectError(answer, 401, 'User not allowed');
  }),
  check('the invited account has invited_at and nothing confirmed', ['mail'], async (t) => {
    const email = t.newEmail();
    const user = userOf(await t.operator('/invite', { json: { email } }));
    expect(user.invited_at).toBeTypeOf('string');
    expect(user).not.toHaveProperty('confirmed_at');
    expect(user).not.toHaveProperty('confirmation_sent_at');
    expect([user.email, user.app_metadata, user.user_metadata]).toEqual([email, { provider: 'email' }, null]);
  }),
  check('the mail carries the token', ['mail'], async (t) => {
    const { email } = await t.invited();
    const [mail] = await t.mails(email);
    expect(mail?.links[0]).toMatch(/^https?:\/\/[^/]+\/#invite_token=[A-Za-z0-9_-]{22}$/);
  }),
  check('without a password it is not accepted, and the token stays good', ['mail'], async (t) => {
    const { token } = await t.invited();
    expectError(await t.verify({ type: 'signup', token }), 422, passwordFirst);
    expect((await t.verify({ type: 'signup', token, password: 'battery' })).status).toBe(200);
  }),
  check('with a password it gives a session, and the password works', ['mail'], async (t) => {
    const { email, token } = await t.invited();
    const tokens = tokensOf(await t.verify({ type: 'signup', token, password: 'battery' }));
    expect((await t.user(tokens.access_token)).email).toBe(email);
    expect((await t.passwordGrant(email, 'battery')).status).toBe(200);
  }),
  check('a password over 72 bytes is not stored', ['mail'], async (t) => {
    const { token } = await t.invited();
    const answer = await t.verify({ type: 'signup', token, password: 'a'.repeat(73) });
    expectError(answer, 500, 'Error storing password');
  }),
  check('nobody signs in before, not even with the empty password', ['mail'], async (t) => {
    const { email } = await t.invited();
    expect((await t.passwordGrant(email, '')).status).toBe(400);
  }),
  check('the token does not expire: a known gap of GoTrue', ['mail', 'clock'], async (t) => {
    const { token } = await t.invited();
    await t.advance(60 * 24 * 3600);
    expect((await t.verify({ type: 'signup', token, password: 'battery' })).status).toBe(200);
  }),
  check('data become metadata; app_metadata are ignored', ['mail'], async (t) => {
    const json = { email: t.newEmail(), data: { full_name: 'Oona Reyes' }, app_metadata: { roles: ['x'] } };
    const user = userOf(await t.operator('/invite', { json }));
    expect([user.user_metadata, user.app_metadata]).toEqual([
      { full_name: 'Oona Reyes' },
      { provider: 'email' },
    ]);
  }),
  check('the data are in the first token', ['mail'], async (t) => {
    const { token } = await t.invited({ full_name: 'Oona Reyes' });
    const tokens = tokensOf(await t.verify({ type: 'signup', token, password: 'battery' }));
    expect(readJwt(tokens.access_token).claims.user_metadata).toEqual({ full_name: 'Oona Reyes' });
  }),
  check('somebody who has an account is not invited', [], async (t) => {
    const member = await t.member();
    expectError(await t.operator('/invite', { json: { email: member.email } }), 422, taken);
  }),
  check('nobody is invited twice', ['mail'], async (t) => {
    const { email } = await t.invited();
    expectError(await t.operator('/invite', { json: { email } }), 422, taken);
  }),
  check('an address is required', [], async (t) => {
    expectError(await t.operator('/invite', { json: {} }), 422, 'An email address is required');
  }),
  check('a broken body is refused', [], async (t) => {
    expectErrorStart(await t.operator('/invite', { body: 'x' }), 400, 'Could not read Invite params: ');
  }),
  check(
    'signing up replaces an invitation’s token, and the password stays unset',
    ['confirm', 'mail'],
    async (t) => {
      const { email, token } = await t.invited();
      await t.signup(email);
      expectError(await t.verify({ type: 'signup', token, password: 'x' }), 404, 'User not found');
      const fresh = await t.mailedToken(email, 'confirmation_token');
      expectError(await t.verify({ type: 'signup', token: fresh }), 422, passwordFirst);
    },
  ),
  check('signing up confirms an invitation without any password', ['autoconfirm', 'mail'], async (t) => {
    const { email } = await t.invited();
    expect(userOf(await t.signup(email)).confirmed_at).toBeTypeOf('string');
    expect((await t.passwordGrant(email, 'correct horse')).status).toBe(400);
  }),
];
