import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { GET, PATCH } from '../../app/api/me/route';
import { callRoute } from '../../e2e/fixtures/call-route';
import { type OwnIdentity, useOwnIdentity } from '../../e2e/fixtures/own-identity';
import { recordCommands } from '../../e2e/fixtures/recorded-commands';
import { useTestDatabase } from '../../e2e/fixtures/test-database';
import { askAsOperator, createAccount, recordIdentityCalls } from '../../e2e/fixtures/test-identity';
import { authenticate, type Session } from './authenticate';
import { provisionAccount } from './provision';

let identity: OwnIdentity;
beforeAll(useTestDatabase);
beforeAll(async () => {
  identity = await useOwnIdentity();
});
afterEach(() => identity.clearFaults());
afterAll(async () => {
  await identity.stop();
});

const rename = (accessToken: string) =>
  callRoute(PATCH, { method: 'PATCH', accessToken, body: { name: 'Oona' } });

async function sessionOf(accessToken: string): Promise<Session> {
  const headers = new Headers({ authorization: `Bearer ${accessToken}` });
  return (await authenticate({ headers })) as Session;
}

async function rolesInIdentity(id: string): Promise<unknown> {
  const user = await askAsOperator<{ app_metadata: { roles?: unknown } }>('GET', `/admin/users/${id}`);
  return user.app_metadata.roles;
}

describe('the first request of an account', () => {
  it('takes no role away that was given while our cached response was some seconds old', async () => {
    const { id, accessToken } = await createAccount({ roles: [] });
    const session = await sessionOf(accessToken);
    await askAsOperator('PUT', `/admin/users/${id}`, { app_metadata: { roles: ['staff'] } });
    expect((await provisionAccount(session)).roles).toEqual(['staff']);
    expect(await rolesInIdentity(id)).toEqual(['staff']);
  });

  it('is settled for good: the second one writes nothing and asks nothing', async () => {
    const { accessToken } = await createAccount({ roles: [] });
    await provisionAccount(await sessionOf(accessToken));
    const session = await sessionOf(accessToken);
    let calls: string[] = [];
    const commands = await recordCommands(async () => {
      calls = await recordIdentityCalls(() => provisionAccount(session));
    });
    expect([commands, calls]).toEqual([[], []]);
  });
});

describe('while the operator of Identity cannot be asked', () => {
  it('people without a role can read, and writing waits: 503, then 200', async () => {
    const { id, accessToken } = await createAccount({ roles: [] });
    await identity.addFault({ kind: 'error', path: '/admin' });
    const me = await callRoute(GET, { accessToken });
    expect([me.status, me.body.user.roles]).toEqual([200, []]);
    const refused = await rename(accessToken);
    expect([refused.status, refused.body.code]).toEqual([503, 'identity-unavailable']);
    expect(refused.headers.get('retry-after')).toBe('10');
    await identity.clearFaults();
    expect((await rename(accessToken)).status).toBe(200);
    expect(await rolesInIdentity(id)).toEqual(['member']);
  });

  it('people with a role notice nothing', async () => {
    const { accessToken } = await createAccount();
    await identity.addFault({ kind: 'error', path: '/admin' });
    expect((await rename(accessToken)).status).toBe(200);
  });
});

describe('while Identity is down', () => {
  it('a protected call is 503 with Retry-After, not signed out; then it works again', async () => {
    const { accessToken } = await createAccount();
    await identity.addFault({ kind: 'refuse' });
    const { status, headers, body } = await rename(accessToken);
    expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'identity-unavailable', '10']);
    await identity.clearFaults();
    expect((await rename(accessToken)).status).toBe(200);
  });

  it('a visitor is a visitor', async () => {
    await identity.addFault({ kind: 'refuse' });
    expect((await callRoute(GET)).body).toEqual({ user: null });
  });
});
