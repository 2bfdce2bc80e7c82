import { beforeAll, describe, expect, inject, it } from 'vitest';
import { callRoute } from '../../../e2e/fixtures/call-route';
import { recordCommands } from '../../../e2e/fixtures/recorded-commands';
import { databaseContents, useTestDatabase } from '../../../e2e/fixtures/test-database';
import {
  askAsOperator,
  createAccount,
  recordIdentityCalls,
  useTestIdentity,
} from '../../../e2e/fixtures/test-identity';
import { setBan } from '../../../lib/auth/bans';
import { GET, PATCH } from './route';

beforeAll(useTestIdentity);
beforeAll(useTestDatabase);

/** Name, badge and state in the mirror. */
async function mirrorOf(id: string): Promise<unknown> {
  const { members = [] } = await databaseContents();
  const found = (members as { _id: string; name: string; staff: boolean; state: string }[]).filter(
    (member) => member._id === id,
  );
  return found.map(({ name, staff, state }) => ({ name, staff, state }));
}

const rename = (accessToken: string, name: unknown) =>
  callRoute(PATCH, { method: 'PATCH', path: '/api/me', accessToken, body: { name } });

describe('GET /api/me', () => {
  describe('200', () => {
    it('tells a visitor that nobody is signed in', async () => {
      const { status, body, headers } = await callRoute(GET);
      expect([status, body]).toEqual([200, { user: null }]);
      expect(headers.get('cache-control')).toBe('private, no-store');
    });

    it('tells a member who they are, by bearer and by cookie', async () => {
      const { id, email, accessToken } = await createAccount({ name: 'Oona Reyes' });
      const createdVia = { by: 'email', provider: null, at: expect.stringMatching(/^\d{4}-.*Z$/) };
      const user = {
        id,
        email,
        name: 'Oona Reyes',
        roles: ['member'],
        ban: null,
        createdVia,
        pendingEmail: null,
      };
      expect((await callRoute(GET, { accessToken })).body).toEqual({ user });
      const cookie = `other=1; nf_jwt=${accessToken}`;
      expect((await callRoute(GET, { headers: { cookie } })).body).toEqual({ user });
    });

    it('tells nothing that is not in its shape', async () => {
      const { id, accessToken } = await createAccount();
      await askAsOperator('PUT', `/admin/users/${id}`, { app_metadata: { secret: 's3' } });
      const { body } = await callRoute(GET, { accessToken });
      expect(Object.keys(body.user)).toEqual([
        'id',
        'name',
        'email',
        'roles',
        'ban',
        'createdVia',
        'pendingEmail',
      ]);
    });

    it('gives an account without a role the role member, leaves its other metadata, and mirrors it', async () => {
      const { id, accessToken } = await createAccount({ name: 'Made by an admin', roles: [] });
      await askAsOperator('PUT', `/admin/users/${id}`, { app_metadata: { seat: 'F7' } });
      expect((await callRoute(GET, { accessToken })).body.user.roles).toEqual(['member']);
      const user = await askAsOperator<{ app_metadata: unknown }>('GET', `/admin/users/${id}`);
      expect(user.app_metadata).toEqual({ provider: 'email', seat: 'F7', roles: ['member'] });
      expect(await mirrorOf(id)).toEqual([{ name: 'Made by an admin', staff: false, state: 'active' }]);
    });

    it('gives the role once when many first requests come together', async () => {
      const { accessToken } = await createAccount({ roles: [] });
      const calls = await recordIdentityCalls(() =>
        Promise.all(Array.from({ length: 10 }, () => callRoute(GET, { accessToken }))),
      );
      expect(calls.filter((call) => call.startsWith('PUT'))).toHaveLength(1);
      expect(calls.filter((call) => call === 'GET /user')).toHaveLength(1);
    });

    it('mirrors an account that came with its roles, staff with their badge', async () => {
      const { id, accessToken } = await createAccount({ name: 'Ines', roles: ['staff'] });
      await callRoute(GET, { accessToken });
      expect(await mirrorOf(id)).toEqual([{ name: 'Ines', staff: true, state: 'active' }]);
    });

    it('costs two queries by id and no question when it is warm', async () => {
      const { accessToken } = await createAccount();
      await callRoute(GET, { accessToken });
      let calls: string[] = [];
      const commands = await recordCommands(async () => {
        calls = await recordIdentityCalls(() => callRoute(GET, { accessToken }));
      });
      expect(commands.map(({ name, collection }) => [name, collection])).toEqual([
        ['aggregate', 'token-revocations'],
        ['find', 'bans'],
      ]);
      expect(calls).toEqual([]);
    });

    it('shows a ban with its reason and end, and gives a banned account no role', async () => {
      const { id, accessToken } = await createAccount({ roles: [] });
      await setBan(id, { reason: 'Spoilers.', until: new Date('2999-01-01T12:00:00Z') });
      const { status, body } = await callRoute(GET, { accessToken });
      expect(status).toBe(200);
      expect(body.user.ban).toEqual({ reason: 'Spoilers.', until: '2999-01-01T12:00:00.000Z' });
      const user = await askAsOperator<{ app_metadata: unknown }>('GET', `/admin/users/${id}`);
      expect(user.app_metadata).toEqual({ provider: 'email' });
    });

    it.each([
      ['roles', { roles: ['member', 'Banned-for-life'] }],
      ['authorization.roles', { roles: ['member'], authorization: { roles: ['BANNED'] } }],
    ])('shows a ban by a role in %s', async (_, metadata) => {
      const { id, accessToken } = await createAccount();
      await askAsOperator('PUT', `/admin/users/${id}`, { app_metadata: metadata });
      const { body } = await callRoute(GET, { accessToken });
      expect(body.user.ban).toEqual({ reason: 'This account has been suspended.', until: null });
      expect(body.user.roles).toEqual(['member']);
    });
  });

  describe('401', () => {
    it.each(['nonsense', 'a.b.c', 'x'.repeat(20_000), '{"$ne":""}'])('refuses %.10s', async (accessToken) => {
      const { status, body, headers } = await callRoute(GET, { accessToken });
      expect([status, body.code]).toEqual([401, 'session-invalid']);
      expect(headers.get('www-authenticate')).toBe('Bearer realm="marquee"');
    });

    it('refuses the operator of Identity, who is nobody', async () => {
      const { status } = await callRoute(GET, { accessToken: inject('identityOperatorToken') });
      expect(status).toBe(401);
    });

    it('refuses an empty bearer, even beside a good cookie', async () => {
      const { accessToken } = await createAccount();
      const headers = { authorization: 'Bearer', cookie: `nf_jwt=${accessToken}` };
      expect((await callRoute(GET, { headers })).status).toBe(401);
    });

    it('refuses a token whose account is gone', async () => {
      const { id, accessToken } = await createAccount();
      await askAsOperator('DELETE', `/admin/users/${id}`);
      expect((await callRoute(GET, { accessToken })).status).toBe(401);
    });
  });
});

describe('PATCH /api/me', () => {
  describe('200', () => {
    it('changes the name here, in Identity and in the mirror, at once', async () => {
      const { id, accessToken } = await createAccount({ name: 'Before' });
      await callRoute(GET, { accessToken });
      const { status, body } = await rename(accessToken, '  Oona \t Ní Bhriain ');
      expect([status, body.user.name]).toEqual([200, 'Oona Ní Bhriain']);
      expect((await callRoute(GET, { accessToken })).body.user.name).toBe('Oona Ní Bhriain');
      expect(await mirrorOf(id)).toEqual([{ name: 'Oona Ní Bhriain', staff: false, state: 'active' }]);
      const user = await askAsOperator<{ user_metadata: unknown }>('GET', `/admin/users/${id}`);
      expect(user.user_metadata).toEqual({ full_name: 'Oona Ní Bhriain' });
    });

    it('mirrors a name that it had mirrored before, after another one', async () => {
      const { id, accessToken } = await createAccount({ name: 'Ann' });
      for (const name of ['Ann', 'Bea', 'Ann']) await rename(accessToken, name);
      expect(await mirrorOf(id)).toEqual([{ name: 'Ann', staff: false, state: 'active' }]);
    });
  });

  describe('401', () => {
    it('is for people who are signed in', async () => {
      const { status, body } = await callRoute(PATCH, { method: 'PATCH', body: { name: 'Oona' } });
      expect([status, body.code]).toEqual([401, 'session-required']);
    });
  });

  describe('403', () => {
    it('refuses a banned account with reason and end', async () => {
      const { id, accessToken } = await createAccount({ name: 'Before' });
      await callRoute(GET, { accessToken });
      await setBan(id, { reason: 'Spoilers.', until: new Date('2999-01-01T12:00:00Z') });
      const { status, body } = await rename(accessToken, 'After');
      expect(status).toBe(403);
      expect(body).toMatchObject({ code: 'banned', reason: 'Spoilers.', until: '2999-01-01T12:00:00.000Z' });
      expect(body.detail).toContain('Spoilers.');
      const user = await askAsOperator<{ user_metadata: unknown }>('GET', `/admin/users/${id}`);
      expect(user.user_metadata).toEqual({ full_name: 'Before' });
    });

    it('lets people in again when their ban is over', async () => {
      const { id, accessToken } = await createAccount();
      await setBan(id, { reason: 'Spoilers.', until: new Date('2020-01-01T12:00:00Z') });
      expect((await rename(accessToken, 'After')).status).toBe(200);
    });

    it('refuses an account whose roles mean nothing here', async () => {
      const { accessToken } = await createAccount({ roles: ['projectionist'] });
      const { status, body } = await rename(accessToken, 'After');
      expect([status, body.code]).toEqual([403, 'forbidden']);
    });

    it('refuses a request with our cookie from another site', async () => {
      const { accessToken } = await createAccount();
      const headers = { cookie: `nf_jwt=${accessToken}`, origin: 'https://elsewhere.example' };
      const call = { method: 'PATCH', headers, body: { name: 'After' } };
      const { status, body } = await callRoute(PATCH, call);
      expect([status, body.code]).toEqual([403, 'cross-origin']);
    });
  });

  describe('422', () => {
    it.each(['', '   ', '\u202e', 'x'.repeat(61)])('refuses the name %j', async (name) => {
      const { accessToken } = await createAccount();
      const { status, body } = await rename(accessToken, name);
      expect([status, body.errors[0].path]).toEqual([422, 'body.name']);
    });
  });
});
