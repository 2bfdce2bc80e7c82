import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { callRoute } from '../../../../e2e/fixtures/call-route';
import { type OwnIdentity, useOwnIdentity } from '../../../../e2e/fixtures/own-identity';
import { planStages, recordCommands } from '../../../../e2e/fixtures/recorded-commands';
import { databaseContents, useTestDatabase } from '../../../../e2e/fixtures/test-database';
import {
  askAsOperator,
  createAccount,
  recordIdentityCalls,
  signIn,
  type TestAccount,
} from '../../../../e2e/fixtures/test-identity';
import { setBan } from '../../../../lib/auth/bans';
import { database } from '../../../../lib/db/client';
import { GET, PATCH } from '../route';
import { DELETE } from './route';

let identity: OwnIdentity;
beforeAll(useTestDatabase);
beforeAll(async () => {
  identity = await useOwnIdentity();
});
afterEach(async () => {
  await identity.clearFaults();
  await identity.resetClock();
});
afterAll(async () => {
  await identity.stop();
});

const signOutEverywhere = (accessToken?: string) =>
  callRoute(DELETE, { method: 'DELETE', path: '/api/me/sessions', ...(accessToken ? { accessToken } : {}) });
const statusOf = async (accessToken: string) => (await callRoute(GET, { accessToken })).status;

const askForTokens = (form: Record<string, string>) =>
  fetch(`${identity.url}/token`, { method: 'POST', body: new URLSearchParams(form) });

/** Tokens count whole seconds: one of the second of the sign-out is taken for an older one. */
async function signInLater(account: TestAccount): Promise<string> {
  await identity.advanceClock(1);
  return signIn(account.email, account.password);
}

describe('DELETE /api/me/sessions', () => {
  describe('204', () => {
    it('refuses every token of before at once, also those that Identity has just vouched for', async () => {
      await identity.advanceClock(-60);
      const oona = await createAccount();
      await identity.resetClock();
      const elsewhere = await signIn(oona.email, oona.password);
      expect([await statusOf(oona.accessToken), await statusOf(elsewhere)]).toEqual([200, 200]);
      const { status, body, headers } = await signOutEverywhere(oona.accessToken);
      expect([status, body, headers.get('cache-control')]).toEqual([204, null, 'private, no-store']);
      expect([await statusOf(oona.accessToken), await statusOf(elsewhere)]).toEqual([401, 401]);
      const change = { method: 'PATCH', accessToken: elsewhere, body: { name: 'Somebody' } };
      expect((await callRoute(PATCH, change)).body.code).toBe('session-invalid');
      expect((await callRoute(GET, { headers: { cookie: `nf_jwt=${elsewhere}` } })).status).toBe(401);
    });

    it('ends the refresh tokens of all devices in Identity', async () => {
      const oona = await createAccount();
      const { refresh_token } = await (
        await askForTokens({ grant_type: 'password', username: oona.email, password: oona.password })
      ).json();
      await signOutEverywhere(oona.accessToken);
      expect((await askForTokens({ grant_type: 'refresh_token', refresh_token })).status).toBe(400);
    });

    it('leaves others, and who signs in again, alone', async () => {
      const [oona, ben] = [await createAccount(), await createAccount()];
      await signOutEverywhere(oona.accessToken);
      expect(await statusOf(ben.accessToken)).toBe(200);
      const again = await signInLater(oona);
      expect(await statusOf(again)).toBe(200);
      // A second one counts from its own moment.
      expect((await signOutEverywhere(again)).status).toBe(204);
      expect(await statusOf(again)).toBe(401);
    });

    it('is there for banned people too', async () => {
      const oona = await createAccount();
      await setBan(oona.id, { reason: 'Spoilers.', until: null });
      expect((await signOutEverywhere(oona.accessToken)).status).toBe(204);
    });

    it('twice at the same moment: no token of before is left', async () => {
      const oona = await createAccount();
      const tokens = [oona.accessToken, await signInLater(oona)];
      const answers = await Promise.all(tokens.map((token) => signOutEverywhere(token)));
      expect(
        answers.map(({ status }) => status).filter((status) => status !== 204 && status !== 401),
      ).toEqual([]);
      expect(await Promise.all(tokens.map(statusOf))).toEqual([401, 401]);
    });

    it('counts a token that lives longer than an hour', async () => {
      // An Identity whose clock is two hours ahead of ours gives tokens that end in three hours.
      await identity.advanceClock(7200);
      const oona = await createAccount();
      await signOutEverywhere(oona.accessToken);
      expect(await statusOf(oona.accessToken)).toBe(401);
      expect(await statusOf(await signInLater(oona))).toBe(200);
    });

    it('stores a moment and nothing else, until the last token of before has expired', async () => {
      const oona = await createAccount();
      await signOutEverywhere(oona.accessToken);
      const { 'token-revocations': stored = [] } = await databaseContents();
      const record = stored.find((document) => (document as { _id: string })._id === oona.id) as object;
      expect(Object.keys(record).toSorted()).toEqual(['_id', 'expiresAt', 'revokedAt']);
    });

    it('counts where 0.1 stored it, while one of its tokens lives', async () => {
      const oona = await createAccount();
      const signOuts = (await database()).collection<{ _id: string; at: Date; tokensUntil: Date }>(
        'sign-outs',
      );
      const inAnHour = new Date(Date.now() + 3_600_000);
      await signOuts.insertOne({ _id: oona.id, at: new Date(), tokensUntil: inAnHour });
      expect(await statusOf(oona.accessToken)).toBe(401);
    });

    it('costs one read by id with each request', async () => {
      const { accessToken } = await createAccount();
      await statusOf(accessToken);
      const commands = await recordCommands(() => statusOf(accessToken));
      expect(commands.map(({ name, collection }) => `${name} ${collection}`)).toEqual([
        'aggregate token-revocations',
        'find bans',
      ]);
      for (const command of commands) expect(await planStages(command)).not.toContain('COLLSCAN');
    });
  });

  describe('401', () => {
    it('has nobody to sign out', async () => {
      expect((await signOutEverywhere()).body.code).toBe('session-required');
      expect((await signOutEverywhere('a.b.c')).body.code).toBe('session-invalid');
    });

    it('is what a repeated request gets, whose first response was lost', async () => {
      const { accessToken } = await createAccount();
      await signOutEverywhere(accessToken);
      expect((await signOutEverywhere(accessToken)).status).toBe(401);
    });

    it('is what the token of a deleted account gets', async () => {
      const { id, accessToken } = await createAccount();
      await statusOf(accessToken);
      await askAsOperator('DELETE', `/admin/users/${id}`);
      expect((await signOutEverywhere(accessToken)).status).toBe(401);
    });
  });

  describe('403', () => {
    it('signs nobody out for another site', async () => {
      const { accessToken } = await createAccount();
      const headers = { cookie: `nf_jwt=${accessToken}`, origin: 'https://elsewhere.example' };
      expect((await callRoute(DELETE, { method: 'DELETE', headers })).body.code).toBe('cross-origin');
      expect(await statusOf(accessToken)).toBe(200);
    });
  });

  describe('503', () => {
    it('records nothing while Identity does not end the sessions, and works when it is asked again', async () => {
      const { accessToken } = await createAccount();
      await statusOf(accessToken);
      await identity.addFault({ kind: 'error', path: '/logout', times: 1 });
      const { status, body } = await signOutEverywhere(accessToken);
      expect([status, body.code]).toEqual([503, 'identity-unavailable']);
      expect(await statusOf(accessToken)).toBe(200);
      expect((await signOutEverywhere(accessToken)).status).toBe(204);
      expect(await statusOf(accessToken)).toBe(401);
    });
  });
});

describe('what a request costs', () => {
  it('asks Identity no more often than before', async () => {
    const { accessToken } = await createAccount();
    const calls = await recordIdentityCalls(async () => {
      await statusOf(accessToken);
      await statusOf(accessToken);
    });
    expect(calls).toEqual(['GET /user']);
  });
});
