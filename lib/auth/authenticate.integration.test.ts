import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { NEVER_MS, type OwnIdentity, useOwnIdentity } from '../../e2e/fixtures/own-identity';
import {
  askAsOperator,
  createAccount,
  recordIdentityCalls,
  type TestAccount,
} from '../../e2e/fixtures/test-identity';
import { useTestDatabase } from '../../e2e/fixtures/test-database';
import { authenticate } from './authenticate';

let identity: OwnIdentity;
let oona: TestAccount;
beforeAll(useTestDatabase);
beforeAll(async () => {
  identity = await useOwnIdentity();
});
beforeEach(async () => {
  oona = await createAccount();
});
afterEach(async () => {
  vi.useRealTimers();
  await identity.clearFaults();
});
afterAll(async () => {
  await identity.stop();
});

function ask(accessToken = oona.accessToken) {
  const headers = { authorization: `Bearer ${accessToken}` };
  return authenticate(new Request('http://marquee.test/', { headers }));
}

function later(seconds: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 });
}

describe('a response of Identity', () => {
  it('counts for ten seconds', async () => {
    const calls = await recordIdentityCalls(async () => {
      await ask();
      later(9.5);
      await ask();
    });
    expect(calls).toEqual(['GET /user']);
  });

  it('counts no longer: a role that was taken away is gone after ten seconds', async () => {
    expect((await ask())?.user.roles).toEqual(['member']);
    await askAsOperator('PUT', `/admin/users/${oona.id}`, { app_metadata: { roles: ['staff'] } });
    later(10.1);
    expect((await ask())?.user.roles).toEqual(['staff']);
  });

  it('is asked for once by fifty requests at the same moment', async () => {
    const calls = await recordIdentityCalls(() => Promise.all(Array.from({ length: 50 }, () => ask())));
    expect(calls).toEqual(['GET /user']);
  });

  it('is asked for each token', async () => {
    const ben = await createAccount();
    const sessions = await Promise.all([ask(), ask(ben.accessToken)]);
    expect(sessions.map((session) => session?.user.id)).toEqual([oona.id, ben.id]);
  });

  it('is not cached when it was a failure', async () => {
    await identity.addFault({ kind: 'error', path: '/user', times: 1 });
    await expect(ask()).rejects.toMatchObject({ code: 'identity-unavailable' });
    expect((await ask())?.user.id).toBe(oona.id);
  });
});

it('a response above 64 kB is refused, so that what is remembered stays small (session-memory-bounded)', async () => {
  const update = { user_metadata: { full_name: 'Oona', diary: 'x'.repeat(70_000) } };
  await askAsOperator('PUT', `/admin/users/${oona.id}`, update);
  await expect(ask()).rejects.toMatchObject({ code: 'identity-answer-invalid' });
  await askAsOperator('PUT', `/admin/users/${oona.id}`, { user_metadata: { diary: 'x'.repeat(50_000) } });
  expect((await ask())?.user.name).toBe('Oona');
});

describe('a response asked for afresh', () => {
  it('is not the one of some seconds ago', async () => {
    const request = { headers: new Headers({ authorization: `Bearer ${oona.accessToken}` }) };
    expect((await authenticate(request))?.user.roles).toEqual(['member']);
    await askAsOperator('PUT', `/admin/users/${oona.id}`, { app_metadata: { roles: ['staff'] } });
    expect((await authenticate(request))?.user.roles).toEqual(['member']);
    expect((await authenticate(request, { fresh: true }))?.user.roles).toEqual(['staff']);
  });
});

describe('two session cookies (two-session-cookies)', () => {
  it.each([
    ['a good one first', (token: string) => `nf_jwt=${token}; nf_jwt=x`],
    ['a good one last', (token: string) => `nf_jwt=x; a=b; nf_jwt=${token}`],
    ['the same twice', (token: string) => `nf_jwt=${token};nf_jwt=${token}`],
    ['an empty one beside', (token: string) => `nf_jwt=; nf_jwt=${token}`],
  ])('%s: refused', async (_, cookieOf) => {
    const headers = { cookie: cookieOf(oona.accessToken) };
    await expect(authenticate(new Request('http://marquee.test/', { headers }))).rejects.toMatchObject({
      code: 'session-invalid',
    });
  });

  it('are nothing to a program that sends its own token', async () => {
    const headers = { cookie: 'nf_jwt=a; nf_jwt=b', authorization: `Bearer ${oona.accessToken}` };
    const session = await authenticate(new Request('http://marquee.test/', { headers }));
    expect(session?.user.id).toBe(oona.id);
  });
});

describe('a token', () => {
  it('with another signature is refused, whatever it says', async () => {
    const [header, payload] = oona.accessToken.split('.');
    await expect(ask(`${header}.${payload}.AAAA`)).rejects.toMatchObject({ code: 'session-invalid' });
  });

  it('without a signature is refused', async () => {
    const claims = { sub: oona.id, exp: 99_999_999_999, app_metadata: { roles: ['admin'] } };
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.`;
    await expect(ask(token)).rejects.toMatchObject({ code: 'session-invalid' });
  });

  it('of another scheme is not ours: the cookie counts', async () => {
    const headers = { authorization: 'Basic b29uYTp4', cookie: `nf_jwt=${oona.accessToken}` };
    const session = await authenticate(new Request('http://marquee.test/', { headers }));
    expect([session?.user.id, session?.via]).toEqual([oona.id, 'cookie']);
  });

  it('may come with a small b, as Identity takes it', async () => {
    const headers = { authorization: `bearer ${oona.accessToken}` };
    const session = await authenticate(new Request('http://marquee.test/', { headers }));
    expect([session?.user.id, session?.via]).toEqual([oona.id, 'header']);
  });
});

describe('Identity that cannot be asked is not a session that has ended', () => {
  it.each(['refuse', 'error', 'rate-limit', 'reset'] as const)('%s', async (kind) => {
    await identity.addFault({ kind });
    await expect(ask()).rejects.toMatchObject({
      code: 'identity-unavailable',
      status: 503,
      options: { retryAfterSeconds: 10 },
    });
  });

  it('slow: gives up before the answer comes', async () => {
    await identity.addFault({ kind: 'slow', path: '/user', ms: NEVER_MS, times: 1 });
    await expect(ask()).rejects.toMatchObject({ code: 'identity-unavailable' });
  });

  it.each([400, 401, 404])(
    'behind a page of something else that says %i (proxy-answer-is-not-signed-out)',
    async (status) => {
      const page = '<!doctype html><title>Password, please</title>';
      const proxy = createServer((_, response) => {
        response.writeHead(status, { 'content-type': 'text/html' }).end(page);
      });
      await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
      const url = process.env.IDENTITY_URL;
      process.env.IDENTITY_URL = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
      try {
        await expect(ask()).rejects.toMatchObject({ code: 'identity-unavailable', status: 503 });
      } finally {
        process.env.IDENTITY_URL = url;
        proxy.close();
      }
    },
  );

  it('switched off: a 404 that is not its own', async () => {
    const url = process.env.IDENTITY_URL;
    process.env.IDENTITY_URL = `${url}/nobody`;
    try {
      await expect(ask()).rejects.toMatchObject({ code: 'identity-unavailable' });
    } finally {
      process.env.IDENTITY_URL = url;
    }
  });
});
