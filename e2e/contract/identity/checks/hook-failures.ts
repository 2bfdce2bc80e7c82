import { expect } from 'vitest';
import { check } from '../check';
import { expectError, expectErrorStart, userOf } from '../wire';

const failed = 'Failed to handle signup webhook';

/** Contract 4.3: what fails, how often it is tried, and what is left behind (nothing). */
export const hookFailureChecks = [
  check(
    '201 is no success: three attempts, then 422, and no account',
    ['hooks', 'autoconfirm'],
    async (t) => {
      const email = t.newEmail();
      t.hooks.reply(email, 'signup', { status: 201 });
      expectError(await t.signup(email), 422, failed);
      expect(t.hooks.events(email)).toEqual(['validate', 'signup', 'signup', 'signup']);
      expect((await t.operator(`/admin/users?filter=${email}`)).headers.get('x-total-count')).toBe('0');
    },
  ),
  check('nor are 401 and 500', ['hooks', 'autoconfirm'], async (t) => {
    for (const status of [401, 500]) {
      const email = t.newEmail();
      t.hooks.reply(email, 'signup', { status, body: '{"error":"no"}' });
      expectError(await t.signup(email), 422, failed);
      expect(t.hooks.events(email)).toEqual(['validate', 'signup', 'signup', 'signup']);
    }
  }),
  check('the same address can sign up once the function works again', ['hooks', 'autoconfirm'], async (t) => {
    const email = t.newEmail();
    t.hooks.reply(email, 'signup', { status: 500 });
    await t.signup(email);
    t.hooks.reply(email, 'signup', { status: 200 });
    expect(userOf(await t.signup(email, { password: 'battery' })).confirmed_at).toBeTypeOf('string');
    expect((await t.passwordGrant(email, 'battery')).status).toBe(200);
  }),
  check('an attempt that fails is made good by the next', ['hooks', 'autoconfirm'], async (t) => {
    const email = t.newEmail();
    t.hooks.reply(email, 'signup', (_call, attempt) => ({ status: attempt < 3 ? 500 : 200 }));
    expect((await t.signup(email)).status).toBe(200);
    expect(t.hooks.events(email)).toEqual(['validate', 'signup', 'signup', 'signup']);
  }),
  check('every attempt sends the same bytes', ['hooks', 'autoconfirm'], async (t) => {
    const email = t.newEmail();
    t.hooks.reply(email, 'signup', { status: 500 });
    await t.signup(email);
    const bodies = t.hooks.calls(email).map((call) => call.rawBody);
    expect(new Set(bodies.slice(1)).size).toBe(1);
  }),
  check(
    'validate refuses in the words of signup, sends no mail and leaves no account',
    ['hooks', 'mail'],
    async (t) => {
      const email = t.newEmail();
      t.hooks.reply(email, 'validate', { status: 403 });
      expectError(await t.signup(email), 422, failed);
      expect(await t.mails(email)).toEqual([]);
      t.hooks.reply(email, 'validate', { status: 200 });
      expect((await t.signup(email)).status).toBe(200);
    },
  ),
  check('validate refuses an invitation too', ['hooks'], async (t) => {
    const email = t.newEmail();
    t.hooks.reply(email, 'validate', { status: 403 });
    expectError(await t.operator('/invite', { json: { email } }), 422, failed);
  }),
  check('login refuses a sign-in: no token, no cookie', ['hooks'], async (t) => {
    const { email, password } = await t.member();
    t.hooks.reply(email, 'login', { status: 403 });
    const answer = await t.passwordGrant(email, password, { 'X-Use-Cookie': '1' });
    expectError(answer, 422, failed);
    expect(answer.headers.getSetCookie()).toEqual([]);
  }),
  check(
    'a confirmation that fails can be repeated with the same link',
    ['hooks', 'confirm', 'mail'],
    async (t) => {
      const { email, token } = await t.unconfirmed();
      t.hooks.reply(email, 'signup', { status: 500 });
      expectError(await t.verify({ type: 'signup', token }), 422, failed);
      t.hooks.reply(email, 'signup', { status: 200 });
      expect((await t.verify({ type: 'signup', token })).status).toBe(200);
    },
  ),
  check('an acceptance that fails leaves the password unset', ['hooks', 'mail'], async (t) => {
    const { email, token } = await t.invited();
    t.hooks.reply(email, 'signup', { status: 500 });
    await t.verify({ type: 'signup', token, password: 'first' });
    t.hooks.reply(email, 'signup', { status: 200 });
    await t.verify({ type: 'signup', token, password: 'second' });
    expect((await t.passwordGrant(email, 'first')).status).toBe(400);
    expect((await t.passwordGrant(email, 'second')).status).toBe(200);
  }),
  check(
    'in a recovery a failure is called a database error, and the link stays good',
    ['hooks', 'confirm', 'mail'],
    async (t) => {
      const { email } = await t.unconfirmed();
      await t.ask('/recover', { json: { email } });
      const token = await t.mailedToken(email, 'recovery_token');
      t.hooks.reply(email, 'signup', { status: 500 });
      expectError(await t.verify({ type: 'recovery', token }), 500, 'Database error updating user');
      t.hooks.reply(email, 'signup', { status: 200 });
      expect((await t.verify({ type: 'recovery', token })).status).toBe(200);
    },
  ),
  check(
    'a function that hangs is given up three times: 504',
    ['one-second-hooks', 'autoconfirm'],
    async (t) => {
      const email = t.newEmail();
      t.hooks.reply(email, 'signup', 'hang');
      expectError(await t.signup(email), 504, 'Failed to perform webhook in time frame (1 seconds)');
      expect(t.hooks.events(email)).toEqual(['validate', 'signup', 'signup', 'signup']);
    },
  ),
  check('nobody listening: 502 at once', ['hooks'], async (t) => {
    await t.hooks.close();
    const answer = await t.signup(t.newEmail());
    await t.hooks.open();
    expectErrorStart(answer, 502, 'Failed to connect to http');
  }),
  check('a connection that breaks: 500 at once', ['hooks'], async (t) => {
    const email = t.newEmail();
    t.hooks.reply(email, 'validate', 'break');
    expectErrorStart(await t.signup(email), 500, 'Failed to trigger webhook to http');
    expect(t.hooks.events(email)).toEqual(['validate']);
  }),
  check('a redirect is followed; what it ends in counts', ['hooks', 'autoconfirm'], async (t) => {
    const email = t.newEmail();
    t.hooks.reply(email, 'signup', (_call, attempt) =>
      attempt === 1 ? { status: 307, headers: { Location: '/elsewhere' } } : { status: 200 },
    );
    expect((await t.signup(email)).status).toBe(200);
    expect(t.hooks.events(email)).toEqual(['validate', 'signup', 'signup']);
  }),
  check('what usermodified says does not stop an admin', ['hooks'], async (t) => {
    const { id, email } = await t.member();
    t.hooks.reply(email, 'usermodified', { status: 500 });
    const json = { app_metadata: { roles: ['staff'] } };
    const put = await t.operator(`/admin/users/${id}`, { method: 'PUT', json });
    expect(userOf(put).app_metadata).toEqual({ provider: 'email', roles: ['staff'] });
    expect(t.hooks.events(email)).toEqual(['usermodified', 'usermodified', 'usermodified']);
  }),
  check('what userdeleted says does not bring anyone back', ['hooks'], async (t) => {
    const { id, email } = await t.member();
    t.hooks.reply(email, 'userdeleted', { status: 500 });
    expect((await t.operator(`/admin/users/${id}`, { method: 'DELETE' })).status).toBe(200);
    expect((await t.operator(`/admin/users/${id}`)).status).toBe(404);
  }),
];
