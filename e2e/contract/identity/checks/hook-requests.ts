import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { check } from '../check';
import { readJwt, signatureOf, userOf } from '../wire';

/** Contract 4.2 and 4.3: which events fire, and what they look like. */
export const hookRequestChecks = [
  check('a sign-up: validate, then signup, one call each', ['hooks', 'autoconfirm'], async (t) => {
    const email = t.newEmail();
    await t.signup(email);
    expect(t.hooks.events(email)).toEqual(['validate', 'signup']);
  }),
  check(
    'a sign-up fires validate, its confirmation signup, the next sign-in login',
    ['hooks', 'confirm', 'mail'],
    async (t) => {
      const { email, token } = await t.unconfirmed();
      expect(t.hooks.events(email)).toEqual(['validate']);
      await t.verify({ type: 'signup', token });
      expect(t.hooks.events(email)).toEqual(['validate', 'signup']);
      await t.passwordGrant(email, 'correct horse');
      expect(t.hooks.events(email)).toEqual(['validate', 'signup', 'login']);
    },
  ),
  check('signing up again unconfirmed fires nothing', ['hooks', 'confirm', 'mail'], async (t) => {
    const { email } = await t.unconfirmed();
    await t.signup(email);
    expect(t.hooks.events(email)).toEqual(['validate']);
  }),
  check('the body is event, instance and user, nothing else', ['hooks'], async (t) => {
    const email = t.newEmail();
    const user = userOf(await t.signup(email, { data: { full_name: 'Oona Reyes' } }));
    const [call] = t.hooks.calls(email);
    expect(Object.keys(call?.body ?? {})).toEqual(['event', 'instance_id', 'user']);
    expect(call?.body).toMatchObject({
      event: 'validate',
      instance_id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      user: { id: user.id, email, aud: '', role: '', user_metadata: { full_name: 'Oona Reyes' } },
    });
  }),
  check('neither event shows confirmed_at, a password or a token', ['hooks', 'autoconfirm'], async (t) => {
    const email = t.newEmail();
    await t.signup(email);
    const keys = t.hooks.calls(email).map((call) => Object.keys(call.body.user));
    const bare = ['id', 'aud', 'role', 'email', 'app_metadata', 'user_metadata', 'created_at', 'updated_at'];
    expect(keys).toEqual([bare, bare]);
  }),
  check('without data user_metadata is null in the event', ['hooks'], async (t) => {
    const email = t.newEmail();
    await t.signup(email);
    expect(t.hooks.calls(email)[0]?.body.user.user_metadata).toBeNull();
  }),
  check('the headers name the event and the type', ['hooks', 'autoconfirm'], async (t) => {
    const email = t.newEmail();
    await t.signup(email);
    const seen = t.hooks
      .calls(email)
      .map((call) => [call.headers['content-type'], call.headers['x-netlify-event']]);
    expect(seen).toEqual([
      ['application/json', 'identity_validate'],
      ['application/json', 'identity_signup'],
    ]);
  }),
  check('the signature is a JWS over the very bytes of the body', ['hooks', 'secret'], async (t) => {
    const email = t.newEmail();
    await t.signup(email);
    const [call] = t.hooks.calls(email);
    const signature = String(call?.headers['x-webhook-signature']);
    const { header, claims } = readJwt(signature);
    const wanted = createHash('sha256')
      .update(call?.rawBody ?? '')
      .digest('hex');
    expect(header).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(claims).toEqual({
      iat: expect.any(Number) as number,
      sub: call?.body.instance_id,
      iss: 'gotrue',
      sha256: wanted,
    });
    const [head = '', body = '', signed] = signature.split('.');
    expect(signed).toBe(signatureOf(`${head}.${body}`, t.secret));
  }),
  check('a sign-in fires login with the user as read from the store', ['hooks'], async (t) => {
    const { email } = await t.signedIn();
    const calls = t.hooks.calls(email);
    expect(calls.map((call) => call.event)).toEqual(['login']);
    expect(calls[0]?.headers['x-netlify-event']).toBe('identity_login');
    expect(calls[0]?.body.user.user_metadata).toEqual({});
    expect(calls[0]?.body.user.confirmed_at).toBeTypeOf('string');
  }),
  check('a refused sign-in fires nothing', ['hooks'], async (t) => {
    const { email } = await t.member();
    await t.passwordGrant(email, 'wrong');
    expect(t.hooks.events(email)).toEqual([]);
  }),
  check('an invitation fires validate, its acceptance signup', ['hooks', 'mail'], async (t) => {
    const { email, token } = await t.invited();
    await t.verify({ type: 'signup', token, password: 'x' });
    expect(t.hooks.events(email)).toEqual(['validate', 'signup']);
    expect(t.hooks.calls(email)[1]?.body.user.invited_at).toBeTypeOf('string');
  }),
  check('recovering somebody unconfirmed fires signup', ['hooks', 'confirm', 'mail'], async (t) => {
    const { email } = await t.unconfirmed();
    await t.ask('/recover', { json: { email } });
    const token = await t.mailedToken(email, 'recovery_token');
    await t.verify({ type: 'recovery', token });
    expect(t.hooks.events(email)).toEqual(['validate', 'signup']);
  }),
  check('a change by an admin fires usermodified with the new state', ['hooks'], async (t) => {
    const { id, email } = await t.member();
    const json = { app_metadata: { roles: ['staff'] } };
    await t.operator(`/admin/users/${id}`, { method: 'PUT', json });
    const [call] = t.hooks.calls(email);
    expect([call?.event, call?.headers['x-netlify-event']]).toEqual([
      'usermodified',
      'identity_usermodified',
    ]);
    expect(call?.body.user.app_metadata).toEqual({ provider: 'email', roles: ['staff'] });
  }),
  check('a deletion fires userdeleted', ['hooks'], async (t) => {
    const { id, email } = await t.member();
    await t.operator(`/admin/users/${id}`, { method: 'DELETE' });
    const [call] = t.hooks.calls(email);
    expect([call?.event, call?.body.user.id]).toEqual(['userdeleted', id]);
  }),
  check('in validate the account is not there yet for anyone else', ['hooks'], async (t) => {
    const email = t.newEmail();
    const seen: number[] = [];
    t.hooks.reply(email, 'validate', async (call) => {
      seen.push((await t.operator(`/admin/users/${call.body.user.id}`)).status);
      return { status: 200 };
    });
    await t.signup(email);
    expect(seen).toEqual([404]);
  }),
  check(
    'several functions of one event are called in order, each with what the one before answered',
    ['own-server', 'hooks'],
    async (t) => {
      const hook = `http://127.0.0.1:${t.hooks.port}`;
      const server = await t.server(
        '--autoconfirm',
        `--hook=signup=${hook}/one`,
        `--hook=signup=${hook}/two`,
      );
      const email = t.newEmail();
      t.hooks.reply(email, 'signup', (_call, attempt) => ({
        status: 200,
        body: JSON.stringify({ app_metadata: { step: attempt } }),
      }));
      expect(userOf(await server.signup(email)).app_metadata).toEqual({ step: 2 });
      expect(t.hooks.calls(email)[1]?.body.user.app_metadata).toEqual({ step: 1 });
    },
  ),
  check('a relative function is called at the site', ['own-server', 'hooks'], async (t) => {
    const server = await t.server(
      '--hook=validate=/.netlify/functions/identity-validate',
      `--site-url=http://127.0.0.1:${t.hooks.port}`,
    );
    const email = t.newEmail();
    await server.signup(email);
    expect(t.hooks.events(email)).toEqual(['validate']);
  }),
];
