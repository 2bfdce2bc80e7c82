import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { callRoute } from '../../../../e2e/fixtures/call-route';
import { type OwnIdentity, useOwnIdentity } from '../../../../e2e/fixtures/own-identity';
import { useTestDatabase } from '../../../../e2e/fixtures/test-database';
import { createAccount, recordIdentityCalls, signIn } from '../../../../e2e/fixtures/test-identity';
import { setBan } from '../../../../lib/auth/bans';
import { GET } from '../route';
import { PUT } from './route';

let identity: OwnIdentity;
beforeAll(useTestDatabase);
beforeAll(async () => {
  identity = await useOwnIdentity();
});
afterEach(async () => {
  await identity.clearFaults();
  await identity.resetClock();
  vi.unstubAllEnvs();
});
afterAll(async () => {
  await identity.stop();
});

const path = '/api/me/email';
const newAddress = () => `new-${randomUUID()}@marquee.example`;
const ask = (accessToken: string, email: string) =>
  callRoute(PUT, { method: 'PUT', path, accessToken, body: { email } });
const pendingOf = async (accessToken: string) =>
  (await callRoute(GET, { accessToken })).body.user.pendingEmail;

/** The second step, as the browser does it. */
const openLink = (accessToken: string, token: string) =>
  fetch(`${identity.url}/user`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${accessToken}` },
    body: JSON.stringify({ email_change_token: token }),
  });

/** Answers as GoTrue does whose mail server is down: the local Identity has none that could be. */
async function identityWithoutMail(): Promise<{ url: string; close(): void }> {
  const user = { id: randomUUID(), email: 'oona@marquee.example', app_metadata: { roles: ['member'] } };
  const server = createServer((request, response) => {
    const refused = request.method === 'PUT';
    response.writeHead(refused ? 500 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(refused ? { code: 500, msg: 'Error sending change email' } : user));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

describe('PUT /api/me/email', () => {
  describe('200', () => {
    it('mails a link to the new address; the old one counts, and the change is shown as waiting at once', async () => {
      const { email, accessToken, password } = await createAccount();
      expect(await pendingOf(accessToken)).toBeNull();
      const address = newAddress();
      const { status, body } = await ask(accessToken, address);
      const waiting = { address, expired: false, sentAt: expect.stringMatching(/Z$/) };
      expect([status, body.user.email, body.user.pendingEmail]).toEqual([200, email, waiting]);
      expect(await pendingOf(accessToken)).toMatchObject({ address, expired: false });

      expect((await openLink(accessToken, await identity.mailedToken(address))).status).toBe(200);
      const { body: me } = await callRoute(GET, { accessToken: await signIn(address, password) });
      expect([me.user.email, me.user.pendingEmail]).toEqual([address, null]);
    });

    it('asked again: the newer link works, the older one no longer', async () => {
      const { accessToken } = await createAccount();
      const [first, second] = [newAddress(), newAddress()];
      await ask(accessToken, first);
      const old = await identity.mailedToken(first);
      expect((await ask(accessToken, second)).body.user.pendingEmail.address).toBe(second);
      expect((await openLink(accessToken, old)).status).toBe(401);
      expect((await openLink(accessToken, await identity.mailedToken(second))).status).toBe(200);
    });

    it('waits for 24 hours and says when they are over', async () => {
      await identity.advanceClock(-24 * 3600 - 60);
      const { email, password, accessToken } = await createAccount();
      await ask(accessToken, newAddress());
      await identity.resetClock();
      expect(await pendingOf(await signIn(email, password))).toMatchObject({ expired: true });
    });
  });

  describe('401', () => {
    it('is for people who are signed in', async () => {
      const { body } = await callRoute(PUT, { method: 'PUT', path, body: { email: newAddress() } });
      expect(body.code).toBe('session-required');
    });
  });

  describe('403', () => {
    it('refuses banned people', async () => {
      const { id, accessToken } = await createAccount();
      await setBan(id, { reason: 'Spoilers.', until: null });
      expect((await ask(accessToken, newAddress())).body.code).toBe('banned');
    });
  });

  describe('422', () => {
    it('the address that counts already, in whatever letters', async () => {
      const { email, accessToken } = await createAccount();
      const { status, body } = await ask(accessToken, email.toUpperCase());
      expect([status, body.errors]).toEqual([
        422,
        [{ path: 'body.email', message: 'This is your address already.' }],
      ]);
    });

    it('the address of another account', async () => {
      const [oona, ben] = [await createAccount(), await createAccount()];
      const { status, body } = await ask(oona.accessToken, ben.email);
      expect([status, body.code, body.errors[0].path]).toEqual([422, 'email-taken', 'body.email']);
      expect(await pendingOf(oona.accessToken)).toBeNull();
    });

    it('an address of a domain that may not join, before Identity is asked for a mail', async () => {
      vi.stubEnv('SIGN_UP_BLOCKED_DOMAINS', 'refused.example');
      const { accessToken } = await createAccount();
      await callRoute(GET, { accessToken });
      let code = '';
      const calls = await recordIdentityCalls(async () => {
        code = (await ask(accessToken, 'oona@refused.example')).body.code;
      });
      expect([code, calls]).toEqual(['email-domain-refused', []]);
    });
  });

  describe('429', () => {
    it('the ninth attempt at once', async () => {
      const { accessToken } = await createAccount();
      for (let mails = 0; mails < 8; mails += 1) {
        expect((await ask(accessToken, newAddress())).status).toBe(200);
      }
      const { status, headers } = await ask(accessToken, newAddress());
      expect(status).toBe(429);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(60);
    });
  });

  describe('503', () => {
    it('Identity cannot send its mail: nothing was changed', async () => {
      const server = await identityWithoutMail();
      vi.stubEnv('IDENTITY_URL', server.url);
      try {
        const { status, body, headers } = await ask('a.eyJleHAiOjF9.c', newAddress());
        expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'mail-not-sent', '60']);
      } finally {
        server.close();
      }
    });

    it.each(['error', 'reset', 'refuse'] as const)('Identity does not answer: %s', async (kind) => {
      const { accessToken } = await createAccount();
      await callRoute(GET, { accessToken });
      await identity.addFault({ kind });
      const { status, body } = await ask(accessToken, newAddress());
      expect([status, body.code]).toEqual([503, 'identity-unavailable']);
    });
  });
});
