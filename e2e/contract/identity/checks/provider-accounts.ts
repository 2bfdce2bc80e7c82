import { expect } from 'vitest';
import { check } from '../check';
import { expectError, readJwt, tokensOf } from '../wire';
import { hashOf, through, tokensIn } from './oauth-flow';

/** Contract 3.6 and 4.2: whose account an outside provider opens, and which events that fires. */
export const providerAccountChecks = [
  check(
    'somebody new, address verified: validate and signup fire, the tokens are in the hash',
    ['provider'],
    async (t) => {
      const email = t.newEmail();
      const picture = 'https://pictures.example/oona.png';
      const target = await through(t, { email, name: 'Oona Reyes', avatar_url: picture });
      const tokens = tokensIn(target);
      expect([tokens.token_type, tokens.expires_in]).toEqual(['bearer', 3600]);
      expect(tokens.refresh_token).toMatch(/^[A-Za-z0-9_-]{22}$/);
      const user = await t.user(tokens.access_token);
      expect(user).toMatchObject({
        email,
        app_metadata: { provider: 'google' },
        user_metadata: { full_name: 'Oona Reyes', avatar_url: picture },
      });
      expect(user.confirmed_at).toBeTypeOf('string');
      expect(user).not.toHaveProperty('confirmation_sent_at');
      expect(t.hooks.events(email)).toEqual(['validate', 'signup']);
      expect(tokensOf(await t.refresh(tokens.refresh_token)).access_token).toBeTypeOf('string');
    },
  ),
  check('the second time fires login only, and the name is not taken over again', ['provider'], async (t) => {
    const email = t.newEmail();
    await through(t, { email, name: 'Oona Reyes' });
    t.hooks.forget(email);
    const tokens = tokensIn(await through(t, { email, name: 'Another Name' }, { provider: 'github' }));
    expect(t.hooks.events(email)).toEqual(['login']);
    const { claims } = readJwt(tokens.access_token);
    expect([claims.app_metadata, claims.user_metadata]).toEqual([
      { provider: 'google' },
      { full_name: 'Oona Reyes' },
    ]);
  }),
  check('what the signup event answers is in the first token', ['provider', 'hooks'], async (t) => {
    const email = t.newEmail();
    const body = JSON.stringify({ app_metadata: { provider: 'google', roles: ['member'] } });
    t.hooks.reply(email, 'signup', { status: 200, body });
    const tokens = tokensIn(await through(t, { email }));
    expect(readJwt(tokens.access_token).claims.app_metadata).toEqual({
      provider: 'google',
      roles: ['member'],
    });
  }),
  check('what the provider does not tell is left out: no name, an empty map', ['provider'], async (t) => {
    const email = t.newEmail();
    tokensIn(await through(t, { email }));
    expect(t.hooks.calls(email)[0]?.body.user.user_metadata).toEqual({});
  }),
  check(
    'an account with a password and this address is opened, its provider kept',
    ['provider'],
    async (t) => {
      const member = await t.member();
      const tokens = tokensIn(await through(t, { email: member.email.toUpperCase() }));
      const user = await t.user(tokens.access_token);
      expect([user.id, user.app_metadata]).toEqual([member.id, { provider: 'email' }]);
      expect(t.hooks.events(member.email)).toEqual(['login']);
      expect((await t.passwordGrant(member.email, member.password)).status).toBe(200);
    },
  ),
  check(
    'an address not verified: no hash at all, validate only, and a mail that confirms',
    ['provider', 'confirm', 'mail'],
    async (t) => {
      const email = t.newEmail();
      const target = await through(t, { email, name: 'Sam Okoro', verified: false });
      expect(target.href).toBe('http://site.example/');
      expect(t.hooks.events(email)).toEqual(['validate']);
      const token = await t.mailedToken(email, 'confirmation_token');
      const tokens = tokensOf(await t.verify({ type: 'signup', token }));
      expect(readJwt(tokens.access_token).claims).toMatchObject({
        app_metadata: { provider: 'google' },
        user_metadata: { full_name: 'Sam Okoro' },
      });
      expect(t.hooks.events(email)).toEqual(['validate', 'signup']);
    },
  ),
  check(
    'asked again before that, it is one account and one mail',
    ['provider', 'confirm', 'mail'],
    async (t) => {
      const email = t.newEmail();
      await through(t, { email, verified: false });
      expect((await through(t, { email, verified: false })).hash).toBe('');
      expect(await t.mails(email)).toHaveLength(1);
      const { users } = (await t.operator(`/admin/users?filter=${t.tag}`)).json as { users: unknown[] };
      expect(users).toHaveLength(1);
    },
  ),
  check(
    'with autoconfirm an address not verified is let in all the same',
    ['provider', 'autoconfirm'],
    async (t) => {
      const email = t.newEmail();
      tokensIn(await through(t, { email, verified: false }));
      expect(t.hooks.events(email)).toEqual(['validate', 'signup']);
    },
  ),
  check(
    'an account that waits for its mail is confirmed by a provider that has verified the address',
    ['provider', 'confirm', 'mail'],
    async (t) => {
      const { email, token } = await t.unconfirmed();
      const tokens = tokensIn(await through(t, { email }));
      expect(readJwt(tokens.access_token).claims.app_metadata).toEqual({ provider: 'email' });
      expect(t.hooks.events(email)).toEqual(['validate', 'signup']);
      expectError(await t.verify({ type: 'signup', token }), 404, 'User not found');
    },
  ),
  check(
    'an invitation is accepted: no password, signup fires, the maps are merged',
    ['provider', 'mail'],
    async (t) => {
      const { email, token } = await t.invited({ seat: 'F7' });
      const tokens = tokensIn(await through(t, { email, name: 'Ines Duarte' }, { inviteToken: token }));
      const user = await t.user(tokens.access_token);
      expect([user.app_metadata, user.user_metadata]).toEqual([
        { provider: 'google' },
        { seat: 'F7', full_name: 'Ines Duarte' },
      ]);
      expect(user.confirmed_at).toBeTypeOf('string');
      expect(t.hooks.events(email)).toEqual(['validate', 'signup']);
      expectError(await t.verify({ type: 'signup', token, password: 'x' }), 404, 'User not found');
    },
  ),
  check(
    'an invitation to another address is not accepted, and stays good',
    ['provider', 'mail'],
    async (t) => {
      const { token } = await t.invited();
      expect(hashOf(await through(t, { email: t.newEmail() }, { inviteToken: token }))).toEqual({
        error: 'invalid_request',
        error_description: 'Invited email does not match emails from external provider',
      });
      expect((await t.verify({ type: 'signup', token, password: 'battery' })).status).toBe(200);
    },
  ),
  check(
    'closed sign-up sends a new person back with access_denied in the hash',
    ['provider', 'own-server'],
    async (t) => {
      const server = await t.server('--disable-signup', '--providers=google');
      expect(hashOf(await through(server, { email: t.newEmail() }))).toEqual({
        error: 'access_denied',
        error_description: 'Signups not allowed for this instance',
      });
      const member = await server.member();
      tokensIn(await through(server, { email: member.email }));
    },
  ),
  check(
    'an event that refuses undoes the account and is told in the hash',
    ['provider', 'hooks'],
    async (t) => {
      const email = t.newEmail();
      t.hooks.reply(email, 'validate', { status: 422, body: 'no' });
      expect(hashOf(await through(t, { email }))).toEqual({
        error: 'server_error',
        error_description: 'Failed to handle signup webhook',
      });
      expect(t.hooks.events(email)).toEqual(['validate', 'validate', 'validate']);
      const { users } = (await t.operator(`/admin/users?filter=${t.tag}`)).json as { users: unknown[] };
      expect(users).toEqual([]);
    },
  ),
  check('two returns of one person at once make one account', ['provider'], async (t) => {
    const email = t.newEmail();
    const [one, two] = await Promise.all([through(t, { email }), through(t, { email })]);
    const subjects = [one, two].map((target) => readJwt(tokensIn(target).access_token).claims.sub);
    expect(new Set(subjects).size).toBe(1);
    expect(t.hooks.events(email).toSorted()).toEqual(['login', 'signup', 'validate']);
  }),
  check(
    'an address not verified opens nobody’s account: ours, where GoTrue makes a second one',
    ['provider', 'confirm', 'own-server'],
    async (t) => {
      const member = await t.member();
      expect(hashOf(await through(t, { email: member.email, verified: false }))).toEqual({
        error: 'invalid_request',
        error_description: 'A user with this email address has already been registered',
      });
    },
  ),
];
