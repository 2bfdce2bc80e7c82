import { expect } from 'vitest';
import { check } from '../check';
import { expectCookieCleared, expectOAuthError, readJwt, tokensOf } from '../wire';

/** Contract 2.2. */
export const refreshChecks = [
  check('without a token: required', [], async (t) => {
    expectOAuthError(await t.refresh(''), 'invalid_request', 'refresh_token required');
  }),
  check('rubbish is invalid, and no cookie is touched', [], async (t) => {
    const answer = await t.refresh('rubbish');
    expectOAuthError(answer, 'invalid_grant', 'Invalid Refresh Token');
    expect(answer.headers.getSetCookie()).toEqual([]);
  }),
  check('a good one gives a session with another refresh token', [], async (t) => {
    const { tokens } = await t.signedIn();
    const fresh = tokensOf(await t.refresh(tokens.refresh_token));
    expect(fresh.refresh_token).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(fresh.refresh_token).not.toBe(tokens.refresh_token);
    expect([fresh.token_type, fresh.expires_in]).toEqual(['bearer', 3600]);
  }),
  check('a used one is invalid at once, and clears the cookie', [], async (t) => {
    const { tokens } = await t.signedIn();
    await t.refresh(tokens.refresh_token);
    const again = await t.refresh(tokens.refresh_token);
    expectOAuthError(again, 'invalid_grant', 'Invalid Refresh Token');
    expectCookieCleared(again);
  }),
  check('using an old one again does not end its successor', [], async (t) => {
    const { tokens } = await t.signedIn();
    const fresh = tokensOf(await t.refresh(tokens.refresh_token));
    await t.refresh(tokens.refresh_token);
    expect((await t.refresh(fresh.refresh_token)).status).toBe(200);
  }),
  check('two devices refresh apart from each other', [], async (t) => {
    const member = await t.member();
    const phone = await t.signIn(member);
    const laptop = await t.signIn(member);
    expect((await t.refresh(phone.refresh_token)).status).toBe(200);
    expect((await t.refresh(laptop.refresh_token)).status).toBe(200);
  }),
  check('roles changed by an admin are in the next token', [], async (t) => {
    const { id, tokens } = await t.signedIn();
    await t.operator(`/admin/users/${id}`, { method: 'PUT', json: { app_metadata: { roles: ['staff'] } } });
    const fresh = tokensOf(await t.refresh(tokens.refresh_token));
    expect(readJwt(fresh.access_token).claims.app_metadata).toEqual({ provider: 'email', roles: ['staff'] });
  }),
  check('it is good for 30 days', ['clock'], async (t) => {
    const { tokens } = await t.signedIn();
    await t.advance(30 * 24 * 3600 - 60);
    expect((await t.refresh(tokens.refresh_token)).status).toBe(200);
  }),
  check('after 30 days it is expired, and clears the cookie', ['clock'], async (t) => {
    const { tokens } = await t.signedIn();
    await t.advance(30 * 24 * 3600 + 60);
    const answer = await t.refresh(tokens.refresh_token);
    expectOAuthError(answer, 'invalid_grant', 'Refresh token expired');
    expectCookieCleared(answer);
  }),
  check('the access token from before stays good until it expires', [], async (t) => {
    const { tokens } = await t.signedIn();
    await t.refresh(tokens.refresh_token);
    expect((await t.ask('/user', { bearer: tokens.access_token })).status).toBe(200);
  }),
  check('a new password revokes nothing', [], async (t) => {
    const { tokens } = await t.signedIn();
    await t.ask('/user', { method: 'PUT', json: { password: 'battery' }, bearer: tokens.access_token });
    expect((await t.refresh(tokens.refresh_token)).status).toBe(200);
  }),
  check('the audience is not checked', [], async (t) => {
    const { tokens } = await t.signedIn();
    expect((await t.refresh(tokens.refresh_token, { 'X-JWT-AUD': 'elsewhere' })).status).toBe(200);
  }),
  check('no event fires', ['hooks'], async (t) => {
    const { tokens, email } = await t.signedIn();
    t.hooks.forget(email);
    await t.refresh(tokens.refresh_token);
    expect(t.hooks.events(email)).toEqual([]);
  }),
];
