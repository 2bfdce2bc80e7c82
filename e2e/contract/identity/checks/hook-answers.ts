import { expect } from 'vitest';
import { check } from '../check';
import type { Probe } from '../probe';
import { expectErrorStart, readJwt, tokensOf, userOf } from '../wire';
import type { Need } from '../target';

const json = (value: unknown, status = 200) => ({ status, body: JSON.stringify(value) });
const confirming: Need[] = ['hooks', 'confirm', 'mail'];

async function confirmedWith(t: Probe, reply: ReturnType<typeof json>) {
  const { email, token } = await t.unconfirmed();
  t.hooks.reply(email, 'signup', reply);
  const tokens = tokensOf(await t.verify({ type: 'signup', token }));
  return { claims: readJwt(tokens.access_token).claims, user: await t.user(tokens.access_token) };
}

/** Contract 4.4: an answer replaces the whole map. */
export const hookAnswerChecks = [
  check('an answered app_metadata replaces all of it, the provider too', confirming, async (t) => {
    const { claims, user } = await confirmedWith(t, json({ app_metadata: { roles: ['member'] } }));
    expect(claims.app_metadata).toEqual({ roles: ['member'] });
    expect(user.app_metadata).toEqual({ roles: ['member'] });
  }),
  check('what was there stays only if it is answered again', confirming, async (t) => {
    const answer = json({ app_metadata: { provider: 'email', roles: ['member'] } });
    const { claims, user } = await confirmedWith(t, answer);
    expect(claims.app_metadata).toEqual({ provider: 'email', roles: ['member'] });
    expect(user.app_metadata).toEqual({ provider: 'email', roles: ['member'] });
  }),
  check('user_metadata are replaced the same way', confirming, async (t) => {
    const { claims, user } = await confirmedWith(t, json({ user_metadata: { n: 1 } }));
    expect([claims.user_metadata, user.user_metadata]).toEqual([{ n: 1 }, { n: 1 }]);
    expect(user.app_metadata).toEqual({ provider: 'email' });
  }),
  check('an empty map empties', ['hooks', 'autoconfirm'], async (t) => {
    const email = t.newEmail();
    t.hooks.reply(email, 'signup', json({ app_metadata: {} }));
    expect(userOf(await t.signup(email)).app_metadata).toEqual({});
  }),
  check('null, {} and nothing leave it', ['hooks', 'autoconfirm'], async (t) => {
    for (const body of ['null', '{}', '', '{"app_metadata":null}', '{"roles":["x"]}']) {
      const email = t.newEmail();
      t.hooks.reply(email, 'signup', { status: 200, body });
      expect(userOf(await t.signup(email)).app_metadata, body).toEqual({ provider: 'email' });
    }
  }),
  check('a null inside a replacing map is kept as null', ['hooks', 'autoconfirm'], async (t) => {
    const email = t.newEmail();
    t.hooks.reply(email, 'signup', json({ app_metadata: { provider: null, roles: ['member'] } }));
    expect(userOf(await t.signup(email)).app_metadata).toEqual({ provider: null, roles: ['member'] });
  }),
  check('what validate answers is what signup is shown', ['hooks', 'autoconfirm'], async (t) => {
    const email = t.newEmail();
    t.hooks.reply(email, 'validate', json({ app_metadata: { checked: true } }));
    await t.signup(email);
    expect(t.hooks.calls(email)[1]?.body.user.app_metadata).toEqual({ checked: true });
  }),
  check('202 and 204 are as good as 200', ['hooks', 'autoconfirm'], async (t) => {
    for (const status of [202, 204]) {
      const email = t.newEmail();
      t.hooks.reply(email, 'signup', { status });
      expect((await t.signup(email)).status).toBe(200);
      expect(t.hooks.events(email)).toEqual(['validate', 'signup']);
    }
  }),
  check('the answer of 202 is applied too', ['hooks', 'autoconfirm'], async (t) => {
    const email = t.newEmail();
    t.hooks.reply(email, 'signup', json({ app_metadata: { roles: ['member'] } }, 202));
    expect(userOf(await t.signup(email)).app_metadata).toEqual({ roles: ['member'] });
  }),
  check('an answer in chunks, without a length, is applied', ['hooks', 'autoconfirm'], async (t) => {
    const email = t.newEmail();
    t.hooks.reply(email, 'signup', {
      ...json({ app_metadata: { roles: ['member'] } }),
      headers: { 'Transfer-Encoding': 'chunked' },
    });
    expect(userOf(await t.signup(email)).app_metadata).toEqual({ roles: ['member'] });
  }),
  check('login may change the metadata, and the token has them', ['hooks'], async (t) => {
    const member = await t.member();
    t.hooks.reply(member.email, 'login', json({ app_metadata: { provider: 'email', roles: ['staff'] } }));
    const tokens = await t.signIn(member);
    expect(readJwt(tokens.access_token).claims.app_metadata).toEqual({ provider: 'email', roles: ['staff'] });
    expect((await t.user(tokens.access_token)).app_metadata).toEqual({ provider: 'email', roles: ['staff'] });
  }),
  check('what usermodified answers is applied and shown', ['hooks'], async (t) => {
    const { id, email } = await t.member();
    t.hooks.reply(email, 'usermodified', json({ app_metadata: { audited: true } }));
    const path = `/admin/users/${id}`;
    const put = await t.operator(path, { method: 'PUT', json: { app_metadata: { roles: ['x'] } } });
    expect(userOf(put).app_metadata).toEqual({ audited: true });
    expect(userOf(await t.operator(path)).app_metadata).toEqual({ audited: true });
  }),
  check('what userdeleted answers is ignored', ['hooks'], async (t) => {
    const { id, email } = await t.member();
    t.hooks.reply(email, 'userdeleted', json({ app_metadata: { still: 'here' } }));
    expect((await t.operator(`/admin/users/${id}`, { method: 'DELETE' })).text).toBe('{}');
    expect((await t.operator(`/admin/users/${id}`)).status).toBe(404);
  }),
  check('a text that is no JSON fails at once, with the reason', ['hooks', 'autoconfirm'], async (t) => {
    const email = t.newEmail();
    t.hooks.reply(email, 'signup', { status: 200, body: 'ok' });
    expectErrorStart(await t.signup(email), 500, 'Webhook returned malformed JSON: ');
    expect(t.hooks.events(email)).toEqual(['validate', 'signup']);
  }),
  check('an array fails too', ['hooks', 'autoconfirm'], async (t) => {
    const email = t.newEmail();
    t.hooks.reply(email, 'signup', { status: 200, body: '[]' });
    expectErrorStart(await t.signup(email), 500, 'Webhook returned malformed JSON: ');
  }),
];
