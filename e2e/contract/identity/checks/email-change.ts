import { expect } from 'vitest';
import { check } from '../check';
import type { Probe } from '../probe';
import { expectError, expectErrorStart, readJwt, tokensOf, userOf } from '../wire';

const put = (t: Probe, bearer: string, json: Record<string, unknown>) =>
  t.ask('/user', { method: 'PUT', json, bearer });
const mismatch = "Email Change Token didn't match token on file";

/** Contract 3.5. */
export const emailChangeChecks = [
  check('a new address waits as new_email; the old one stays', ['mail'], async (t) => {
    const { tokens, email } = await t.signedIn();
    const wanted = t.newEmail();
    const user = userOf(await put(t, tokens.access_token, { email: wanted }));
    expect([user.email, user.new_email, typeof user.email_change_sent_at]).toEqual([email, wanted, 'string']);
  }),
  check('the mail goes to the new address and names both', ['mail'], async (t) => {
    const { tokens, email } = await t.signedIn();
    const wanted = t.newEmail();
    await put(t, tokens.access_token, { email: wanted });
    expect(await t.mails(email)).toEqual([]);
    const [mail] = await t.mails(wanted);
    expect(mail?.links[0]).toMatch(/^https?:\/\/[^/]+\/#email_change_token=[A-Za-z0-9_-]{22}$/);
    expect(mail?.text).toContain(email);
    expect(mail?.text).toContain(wanted);
  }),
  check('the token changes the address, once', ['mail'], async (t) => {
    const { tokens } = await t.signedIn();
    const wanted = t.newEmail();
    await put(t, tokens.access_token, { email: wanted });
    const token = await t.mailedToken(wanted, 'email_change_token');
    const user = userOf(await put(t, tokens.access_token, { email_change_token: token }));
    expect(user.email).toBe(wanted);
    expect(user).not.toHaveProperty('new_email');
    expectError(await put(t, tokens.access_token, { email_change_token: token }), 401, mismatch);
  }),
  check('afterwards one signs in with the new address, and the next token says so', ['mail'], async (t) => {
    const { tokens, email, password } = await t.signedIn();
    const wanted = t.newEmail();
    await put(t, tokens.access_token, { email: wanted });
    const token = await t.mailedToken(wanted, 'email_change_token');
    await put(t, tokens.access_token, { email_change_token: token });
    expect((await t.passwordGrant(email, password)).status).toBe(400);
    expect((await t.passwordGrant(wanted, password)).status).toBe(200);
    const fresh = tokensOf(await t.refresh(tokens.refresh_token));
    expect(readJwt(fresh.access_token).claims.email).toBe(wanted);
  }),
  check('a wrong token is refused', [], async (t) => {
    const { tokens } = await t.signedIn();
    expectError(await put(t, tokens.access_token, { email_change_token: 'x' }), 401, mismatch);
  }),
  check('somebody else’s token is refused', ['mail'], async (t) => {
    const { tokens } = await t.signedIn();
    const other = await t.signedIn();
    const wanted = t.newEmail();
    await put(t, tokens.access_token, { email: wanted });
    const token = await t.mailedToken(wanted, 'email_change_token');
    expectError(await put(t, other.tokens.access_token, { email_change_token: token }), 401, mismatch);
  }),
  check('after 24 hours any token is expired, a wrong one too', ['mail', 'clock'], async (t) => {
    const { tokens } = await t.signedIn();
    const wanted = t.newEmail();
    await put(t, tokens.access_token, { email: wanted });
    await t.advance(24 * 3600 + 60);
    const bearer = tokensOf(await t.refresh(tokens.refresh_token)).access_token;
    const token = await t.mailedToken(wanted, 'email_change_token');
    expectError(await put(t, bearer, { email_change_token: token }), 422, 'Email change token expired');
    expectError(await put(t, bearer, { email_change_token: 'x' }), 422, 'Email change token expired');
  }),
  check('an address that somebody has is refused, in any letter case', [], async (t) => {
    const { tokens } = await t.signedIn();
    const other = await t.member();
    const taken = 'Email address already registered by another user';
    expectError(await put(t, tokens.access_token, { email: other.email }), 422, taken);
    expectError(await put(t, tokens.access_token, { email: other.email.toUpperCase() }), 422, taken);
  }),
  check('a text that is no address is refused', ['mail'], async (t) => {
    const { tokens } = await t.signedIn();
    const answer = await put(t, tokens.access_token, { email: 'bad' });
    expectErrorStart(answer, 422, 'Unable to validate email address: ');
  }),
  check('the own address is no change', ['mail'], async (t) => {
    const { tokens, email } = await t.signedIn();
    expect(userOf(await put(t, tokens.access_token, { email }))).not.toHaveProperty('new_email');
    expect(await t.mails(email)).toEqual([]);
  }),
  check('with a token in the request, an address beside it is ignored', ['mail'], async (t) => {
    const { tokens } = await t.signedIn();
    const wanted = t.newEmail();
    await put(t, tokens.access_token, { email: wanted });
    const token = await t.mailedToken(wanted, 'email_change_token');
    const user = userOf(
      await put(t, tokens.access_token, { email_change_token: token, email: t.newEmail() }),
    );
    expect(user.email).toBe(wanted);
    expect(user).not.toHaveProperty('new_email');
  }),
];
