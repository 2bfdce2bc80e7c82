import { expect } from 'vitest';
import { check } from '../check';
import { expectMoment, tokensOf } from '../wire';

/** Contract 2.3. */
export const cookieChecks = [
  check('without X-Use-Cookie no cookie is set', [], async (t) => {
    const { email, password } = await t.member();
    expect((await t.passwordGrant(email, password)).headers.getSetCookie()).toEqual([]);
  }),
  check('X-Use-Cookie: 1 sets nf_jwt for a day, HttpOnly and Secure, without SameSite', [], async (t) => {
    const { email, password } = await t.member();
    const askedAt = Date.now();
    const answer = await t.passwordGrant(email, password, { 'X-Use-Cookie': '1' });
    const [cookie = '', ...others] = answer.headers.getSetCookie();
    const expires = /Expires=([^;]+)/.exec(cookie)?.[1] ?? '';
    expect(others).toEqual([]);
    expect(cookie).toBe(
      `nf_jwt=${tokensOf(answer).access_token}; Path=/; Expires=${expires}; Max-Age=86400; HttpOnly; Secure`,
    );
    expectMoment(Date.parse(expires), 86_400, askedAt);
  }),
  check('X-Use-Cookie: session sets it until the browser closes', [], async (t) => {
    const { email, password } = await t.member();
    const answer = await t.passwordGrant(email, password, { 'X-Use-Cookie': 'session' });
    expect(answer.headers.getSetCookie()).toEqual([
      `nf_jwt=${tokensOf(answer).access_token}; Path=/; HttpOnly; Secure`,
    ]);
  }),
  check('a refresh sets the new token', [], async (t) => {
    const { tokens } = await t.signedIn();
    const answer = await t.refresh(tokens.refresh_token, { 'X-Use-Cookie': 'session' });
    expect(answer.headers.getSetCookie()).toEqual([
      `nf_jwt=${tokensOf(answer).access_token}; Path=/; HttpOnly; Secure`,
    ]);
  }),
  check('a verification sets it too', ['mail'], async (t) => {
    const { token } = await t.invited();
    const answer = await t.verify({ type: 'signup', token, password: 'x' }, { 'X-Use-Cookie': 'session' });
    expect(answer.headers.getSetCookie()).toEqual([
      `nf_jwt=${tokensOf(answer).access_token}; Path=/; HttpOnly; Secure`,
    ]);
  }),
  check('a sign-up does not', [], async (t) => {
    const json = { email: t.newEmail(), password: 'x' };
    const answer = await t.ask('/signup', { json, headers: { 'X-Use-Cookie': '1' } });
    expect(answer.headers.getSetCookie()).toEqual([]);
  }),
  check('a refused sign-in sets nothing', [], async (t) => {
    const { email } = await t.member();
    const answer = await t.passwordGrant(email, 'wrong', { 'X-Use-Cookie': '1' });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([400, []]);
  }),
  check('the refresh token is in no cookie', [], async (t) => {
    const { email, password } = await t.member();
    const answer = await t.passwordGrant(email, password, { 'X-Use-Cookie': '1' });
    expect(answer.headers.getSetCookie().join()).not.toContain(tokensOf(answer).refresh_token);
  }),
  check('the cookie alone signs nobody in: GoTrue reads the header only', [], async (t) => {
    const { tokens } = await t.signedIn();
    const answer = await t.ask('/user', { headers: { Cookie: `nf_jwt=${tokens.access_token}` } });
    expect(answer.status).toBe(401);
  }),
];
