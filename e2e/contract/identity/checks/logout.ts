import { expect } from 'vitest';
import { check } from '../check';
import { expectCookieCleared, expectError, expectOAuthError, makeJwt } from '../wire';

/** Contract 1.1 and 2.2. */
export const logoutChecks = [
  check('a log-out is 204 without a body and clears the cookie', [], async (t) => {
    const { tokens } = await t.signedIn();
    const answer = await t.ask('/logout', { method: 'POST', bearer: tokens.access_token });
    expect([answer.status, answer.text]).toEqual([204, '']);
    expectCookieCleared(answer);
  }),
  check('it ends the refresh tokens of all devices', [], async (t) => {
    const member = await t.member();
    const phone = await t.signIn(member);
    const laptop = await t.signIn(member);
    await t.ask('/logout', { method: 'POST', bearer: phone.access_token });
    for (const tokens of [phone, laptop]) {
      expectOAuthError(await t.refresh(tokens.refresh_token), 'invalid_grant', 'Invalid Refresh Token');
    }
  }),
  check('the access token is good until it expires', [], async (t) => {
    const { tokens } = await t.signedIn();
    await t.ask('/logout', { method: 'POST', bearer: tokens.access_token });
    expect((await t.ask('/user', { bearer: tokens.access_token })).status).toBe(200);
  }),
  check('it ends nobody else’s session', [], async (t) => {
    const { tokens } = await t.signedIn();
    const other = await t.signedIn();
    await t.ask('/logout', { method: 'POST', bearer: tokens.access_token });
    expect((await t.refresh(other.tokens.refresh_token)).status).toBe(200);
  }),
  check('without a bearer: 401, and the cookie is cleared all the same', [], async (t) => {
    const answer = await t.ask('/logout', { method: 'POST' });
    expectError(answer, 401, 'This endpoint requires a Bearer token');
    expectCookieCleared(answer);
  }),
  check('a subject that is no user is an invalid user', ['secret'], async (t) => {
    const bearer = makeJwt({ sub: 'nobody', exp: Math.floor(Date.now() / 1000) + 60 }, t.secret);
    const answer = await t.ask('/logout', { method: 'POST', bearer });
    expectError(answer, 401, 'Invalid user');
    expectCookieCleared(answer);
  }),
  check('somebody deleted is an invalid user', [], async (t) => {
    const { id, tokens } = await t.signedIn();
    await t.operator(`/admin/users/${id}`, { method: 'DELETE' });
    const answer = await t.ask('/logout', { method: 'POST', bearer: tokens.access_token });
    expectError(answer, 401, 'Invalid user');
    expectCookieCleared(answer);
  }),
  check('it fires no event', ['hooks'], async (t) => {
    const { tokens, email } = await t.signedIn();
    t.hooks.forget(email);
    await t.ask('/logout', { method: 'POST', bearer: tokens.access_token });
    expect(t.hooks.events(email)).toEqual([]);
  }),
];
