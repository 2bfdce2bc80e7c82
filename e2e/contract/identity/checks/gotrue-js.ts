import GoTrue, { type User } from 'gotrue-js';
import { expect, vi } from 'vitest';
import { check } from '../check';
import type { Probe } from '../probe';
import { expectMoment } from '../wire';

/** The client of the site, unchanged. It warns about http, which is what a test server speaks. */
function client(t: Probe, setCookie = false): GoTrue {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const goTrue = new GoTrue({ APIUrl: t.target.url, setCookie });
  warn.mockRestore();
  return goTrue;
}

async function signedIn(t: Probe): Promise<User> {
  const { email, password } = await t.member();
  return client(t).login(email, password);
}

/** Contract 2.4. */
export const gotrueJsChecks = [
  check('settings() knows the mode', ['confirm'], async (t) => {
    expect(await client(t).settings()).toMatchObject({ autoconfirm: false, disable_signup: false });
  }),
  check('signup(), the link, confirm(), and the user is signed in', ['confirm', 'mail'], async (t) => {
    const email = t.newEmail();
    const response = await client(t).signup(email, 'correct horse', { full_name: 'Oona Reyes' });
    expect(response).not.toHaveProperty('confirmed_at');
    const user = await client(t).confirm(await t.mailedToken(email, 'confirmation_token'), true);
    expect([user.email, user.user_metadata]).toEqual([email, { full_name: 'Oona Reyes' }]);
  }),
  check('signup() then login(), where addresses are confirmed at once', ['autoconfirm'], async (t) => {
    const email = t.newEmail();
    await client(t).signup(email, 'correct horse');
    expect((await client(t).login(email, 'correct horse')).email).toBe(email);
  }),
  check('login() with a wrong password carries GoTrue’s words', [], async (t) => {
    const { email } = await t.member();
    await expect(client(t).login(email, 'wrong')).rejects.toMatchObject({
      name: 'JSONHTTPError',
      status: 400,
      message: 'invalid_grant: No user found with that email, or password invalid.',
    });
  }),
  check('an error in the other shape carries its msg', ['own-server'], async (t) => {
    const closed = await t.server('--disable-signup');
    await expect(client(closed).signup('a@b.co', 'x')).rejects.toMatchObject({
      status: 403,
      message: 'Signups not allowed for this instance',
    });
  }),
  check('requestPasswordRecovery(), recover(), update({ password })', ['mail'], async (t) => {
    const { email } = await t.member();
    await client(t).requestPasswordRecovery(email);
    const user = await client(t).recover(await t.mailedToken(email, 'recovery_token'));
    await user.update({ password: 'battery' });
    expect((await client(t).login(email, 'battery')).email).toBe(email);
  }),
  check('acceptInvite() with a password', ['mail'], async (t) => {
    const { email, token } = await t.invited();
    expect((await client(t).acceptInvite(token, 'battery')).email).toBe(email);
  }),
  check('update({ data }) shows on the user', [], async (t) => {
    const user = await signedIn(t);
    expect((await user.update({ data: { full_name: 'Oona Reyes' } })).user_metadata).toEqual({
      full_name: 'Oona Reyes',
    });
  }),
  check('jwt() keeps a fresh token, jwt(true) rotates', [], async (t) => {
    const user = await signedIn(t);
    const refreshToken = user.tokenDetails()?.refresh_token;
    const before = user.tokenDetails()?.access_token;
    expect(await user.jwt()).toBe(before);
    await user.jwt(true);
    expect(user.tokenDetails()?.refresh_token).not.toBe(refreshToken);
  }),
  check('expires_at is taken from the token, in milliseconds', [], async (t) => {
    const askedAt = Date.now();
    const details = (await signedIn(t)).tokenDetails();
    expectMoment(details?.expires_at ?? 0, 3600, askedAt);
  }),
  check('logout() ends the session', [], async (t) => {
    const user = await signedIn(t);
    const refreshToken = user.tokenDetails()?.refresh_token ?? '';
    await user.logout();
    expect(user.tokenDetails()).toBeNull();
    expect((await t.refresh(refreshToken)).status).toBe(400);
  }),
  check('admin.createUser, getUser, updateUser, deleteUser with an admin’s session', [], async (t) => {
    const admin = await t.member({ role: 'admin' });
    const { admin: api } = await client(t).login(admin.email, admin.password);
    const made = await api.createUser(t.newEmail(), 'x', { confirm: true });
    expect(await api.getUser(made)).toMatchObject({ id: made.id });
    const updated = await api.updateUser(made, { app_metadata: { roles: ['staff'] } });
    expect(updated.app_metadata).toEqual({ provider: 'email', roles: ['staff'] });
    await api.deleteUser(made);
    await expect(api.getUser(made)).rejects.toMatchObject({ status: 404, message: 'User not found' });
  }),
];
