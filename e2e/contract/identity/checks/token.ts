import { expect } from 'vitest';
import { check } from '../check';
import { expectError, expectMoment, expectOAuthError, readJwt, tokensOf } from '../wire';

const wrong = 'No user found with that email, or password invalid.';

/** Contract 1.1, 2.1 and 2.2, the password grant. */
export const tokenChecks = [
  check('without a grant: unsupported, without a description', [], async (t) => {
    expectOAuthError(await t.ask('/token', { method: 'POST' }), 'unsupported_grant_type');
  }),
  check('an unknown grant is unsupported', [], async (t) => {
    expectOAuthError(
      await t.ask('/token', { form: { grant_type: 'client_credentials' } }),
      'unsupported_grant_type',
    );
  }),
  check('JSON is not read: as if there were no grant', [], async (t) => {
    const member = await t.member();
    const json = { grant_type: 'password', username: member.email, password: member.password };
    expectOAuthError(await t.ask('/token', { json }), 'unsupported_grant_type');
  }),
  check('someone unknown is refused', [], async (t) => {
    expectOAuthError(await t.passwordGrant(t.newEmail(), 'x'), 'invalid_grant', wrong);
  }),
  check('a wrong password is refused in the very same words', [], async (t) => {
    const member = await t.member();
    expectOAuthError(await t.passwordGrant(member.email, 'wrong'), 'invalid_grant', wrong);
  }),
  check('the right password gives a session', [], async (t) => {
    const member = await t.member();
    const answer = await t.passwordGrant(member.email, member.password);
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as string,
      token_type: 'bearer',
      expires_in: 3600,
      refresh_token: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/) as string,
    });
  }),
  check('the address signs in in any letter case', [], async (t) => {
    const member = await t.member();
    expect((await t.passwordGrant(member.email.toUpperCase(), member.password)).status).toBe(200);
  }),
  check('the password does not', [], async (t) => {
    const member = await t.member();
    expectOAuthError(await t.passwordGrant(member.email, 'CORRECT HORSE'), 'invalid_grant', wrong);
  }),
  check('the access token’s header is HS256, nf-ident, JWT', [], async (t) => {
    const { tokens } = await t.signedIn();
    expect(readJwt(tokens.access_token).header).toEqual({ alg: 'HS256', kid: 'nf-ident', typ: 'JWT' });
  }),
  check('its claims are these and no others', [], async (t) => {
    const { tokens, id, email } = await t.signedIn({ user_metadata: { full_name: 'Oona Reyes' } });
    const { claims } = readJwt(tokens.access_token);
    const aud = claims.aud === undefined ? {} : { aud: expect.any(String) as string };
    expect(claims).toEqual({
      ...aud,
      exp: expect.any(Number) as number,
      sub: id,
      email,
      app_metadata: { provider: 'email' },
      user_metadata: { full_name: 'Oona Reyes' },
    });
  }),
  check('it lives for an hour', [], async (t) => {
    const askedAt = Date.now();
    const { tokens } = await t.signedIn();
    expectMoment(readJwt(tokens.access_token).claims.exp * 1000, 3600, askedAt);
  }),
  check('its audience is the account’s, as a text', [], async (t) => {
    const member = await t.member({ aud: 'box-office' });
    const headers = { 'X-JWT-AUD': 'box-office' };
    const tokens = tokensOf(await t.passwordGrant(member.email, member.password, headers));
    expect(readJwt(tokens.access_token).claims.aud).toBe('box-office');
  }),
  check('an account of one audience does not sign in to another', [], async (t) => {
    const member = await t.member({ aud: 'box-office' });
    expectOAuthError(await t.passwordGrant(member.email, member.password), 'invalid_grant', wrong);
  }),
  check('the grant may stand in the query', [], async (t) => {
    const { email, password } = await t.member();
    const answer = await t.ask('/token?grant_type=password', { form: { username: email, password } });
    expect(answer.status).toBe(200);
  }),
  check('the body comes before the query', [], async (t) => {
    const { email, password } = await t.member();
    const form = { grant_type: 'password', username: email, password };
    expect((await t.ask('/token?grant_type=refresh_token', { form })).status).toBe(200);
  }),
  check('a multipart form is read too', [], async (t) => {
    const { email, password } = await t.member();
    const body = new FormData();
    for (const [key, value] of Object.entries({ grant_type: 'password', username: email, password })) {
      body.append(key, value);
    }
    expect((await t.ask('/token', { body })).status).toBe(200);
  }),
  check(
    'an unconfirmed address is said to be so, before the password is looked at',
    ['confirm'],
    async (t) => {
      const email = t.newEmail();
      await t.signup(email);
      expectOAuthError(await t.passwordGrant(email, 'correct horse'), 'invalid_grant', 'Email not confirmed');
      expectOAuthError(await t.passwordGrant(email, 'wrong'), 'invalid_grant', 'Email not confirmed');
    },
  ),
  check('a sign-in reads the roles as they are now', [], async (t) => {
    const member = await t.member();
    const json = { app_metadata: { roles: ['staff'] } };
    await t.operator(`/admin/users/${member.id}`, { method: 'PUT', json });
    expect(readJwt((await t.signIn(member)).access_token).claims.app_metadata).toEqual({
      provider: 'email',
      roles: ['staff'],
    });
  }),
  check(
    'with a rate limit, the 31st call of one caller is 429 and another’s is not',
    ['own-server'],
    async (t) => {
      const limited = await t.server('--rate-limit-header=x-caller');
      const call = (caller: string) => limited.passwordGrant('a@b.co', 'x', { 'X-Caller': caller });
      for (let i = 0; i < 30; i += 1) expectOAuthError(await call('one'), 'invalid_grant', wrong);
      expectError(await call('one'), 429, 'Rate limit exceeded');
      expectOAuthError(await call('two'), 'invalid_grant', wrong);
      await limited.advance(11);
      expectOAuthError(await call('one'), 'invalid_grant', wrong);
    },
  ),
];
