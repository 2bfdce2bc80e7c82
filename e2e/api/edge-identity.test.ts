import { createHash, randomUUID } from 'node:crypto';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ask } from '../fixtures/request';
import { startSite } from '../fixtures/site';
import type { Site } from '../fixtures/site';

/** Whom a function may believe: what the edge says of the visitor, and who may deliver events. */
let site: Site;
const at = (path: string): string => `${site.url}${path}`;
const ada = { sub: '7a0c3c5e-3f0b-4a52-9a4e-0b6f4c1f2d11', email: 'ada@marquee.example' };

beforeAll(async () => {
  site = await startSite({ mongodbUri: inject('mongodbUri'), functions: 'e2e/fixtures/functions' });
}, 240_000);
afterAll(() => site?.stop());

type Sign = { secret?: string; expires?: string | number };

function sign(
  claims: Record<string, unknown>,
  { secret = site.jwtSecret, expires = '1 hour' }: Sign = {},
): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setExpirationTime(expires)
    .sign(new TextEncoder().encode(secret));
}

/** What a classic function and one of the second kind are told of the caller with this bearer. */
async function told(bearer?: string) {
  const headers = bearer ? { authorization: `Bearer ${bearer}` } : {};
  const [classic, second] = await Promise.all(
    ['classic', 'echo'].map((name) => ask(at(`/.netlify/functions/${name}`), { headers })),
  );
  return {
    classic: JSON.parse(classic?.text ?? '').clientContext,
    second: JSON.parse(second?.text ?? '').identity,
  };
}

describe('the caller', () => {
  test('without a bearer is nobody; Identity and its operator token are named', async () => {
    const { classic, second } = await told();
    expect(classic).not.toHaveProperty('user');
    expect(second).not.toHaveProperty('user');
    expect(classic.identity.url).toBe(at('/.netlify/identity'));
    expect(second.url).toBe(at('/.netlify/identity'));
    const users = await ask(at('/.netlify/identity/admin/users'), {
      headers: { authorization: `Bearer ${classic.identity.token}` },
    });
    expect(users.status).toBe(200);
  });

  test('with a bearer of Identity is told by its claims', async () => {
    const { classic, second } = await told(await sign(ada));
    expect(classic.user).toMatchObject(ada);
    expect(second.user).toMatchObject(ada);
    const custom = JSON.parse(Buffer.from(classic.custom.netlify, 'base64').toString());
    expect(custom.user).toMatchObject(ada);
  });

  test.each<[string, () => Promise<string> | string]>([
    ['signed with another secret', () => sign(ada, { secret: 'another secret' })],
    ['expired', () => sign(ada, { expires: Math.floor(Date.now() / 1000) - 60 })],
    ['without a signature (alg none)', () => new UnsecuredJWT(ada).setExpirationTime('1 hour').encode()],
    ['changed after it was signed', async () => (await sign(ada)).replace(/\.[^.]+\./, '.eyJzdWIiOiIwIn0.')],
    ['no token at all', () => 'ada'],
  ])('with a bearer %s is nobody', async (_what, make) => {
    const { classic, second } = await told(await make());
    expect(classic).not.toHaveProperty('user');
    expect(second).not.toHaveProperty('user');
  });

  test('cannot say who it is by itself: x-nf-identity-info is not heard', async () => {
    const forged = Buffer.from(
      JSON.stringify({ url: 'http://evil.test', token: 'evil', user: ada }),
    ).toString('base64');
    const answer = await ask(at('/.netlify/functions/echo'), { headers: { 'x-nf-identity-info': forged } });
    const { identity } = JSON.parse(answer.text);
    expect(identity.url).toBe(at('/.netlify/identity'));
    expect(identity).not.toHaveProperty('user');
  });
});

describe('an Identity event', () => {
  const payload = (id: string): string =>
    JSON.stringify({
      event: 'usermodified',
      instance_id: '00000000-0000-0000-0000-000000000000',
      user: {
        id,
        email: 'ada@marquee.example',
        created_at: '2026-01-01T00:00:00Z',
        app_metadata: {},
        user_metadata: {},
      },
    });
  const signatureOf = (body: string, secret?: string, issuer = 'gotrue'): Promise<string> =>
    sign({ sha256: createHash('sha256').update(body).digest('hex'), iss: issuer }, secret ? { secret } : {});

  async function deliver(name: string, body: string, signature?: string): Promise<number> {
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      'x-netlify-event': 'identity_usermodified',
    };
    if (signature) headers['x-webhook-signature'] = signature;
    return (await ask(at(`/.netlify/functions/${name}`), { method: 'POST', headers, body })).status;
  }

  test('that Identity signed reaches its function', async () => {
    const body = payload(randomUUID());
    expect(await deliver('user-events', body, await signatureOf(body))).toBe(200);
  });

  test.each(['identity-signup', 'identity-validate', 'identity-login', 'user-events'])(
    'without a signature is refused before %s',
    async (name) => {
      expect(await deliver(name, payload(randomUUID()))).toBe(401);
      expect((await ask(at(`/.netlify/functions/${name}`))).status).toBe(401);
    },
  );

  test.each<[string, (body: string) => Promise<string>]>([
    ['with another secret', (body) => signatureOf(body, 'another secret')],
    ['for another body', () => signatureOf(payload(randomUUID()))],
    ['by another issuer', (body) => signatureOf(body, undefined, 'somebody')],
  ])('signed %s is refused', async (_what, make) => {
    const body = payload(randomUUID());
    expect(await deliver('user-events', body, await make(body))).toBe(401);
  });
});

describe('@netlify/identity in a function', () => {
  const call = async (query: string, headers: Record<string, string>) =>
    JSON.parse((await ask(at(`/.netlify/functions/netlify-identity${query}`), { headers })).text);

  test('knows the caller by the bearer, whom the edge has verified, and reads accounts as the operator', async () => {
    const email = 'oona.library@marquee.example';
    const json = { email, password: 'a short sentence', confirm: true, user_metadata: { full_name: 'Oona' } };
    const made = await ask(at('/.netlify/identity/admin/users'), {
      method: 'POST',
      headers: { authorization: `Bearer ${site.operatorToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(json),
    });
    const { id } = JSON.parse(made.text);
    const bearer = await sign({ sub: id, email, app_metadata: {}, user_metadata: { full_name: 'Oona' } });
    const { caller, account } = await call(`?id=${id}`, { authorization: `Bearer ${bearer}` });
    expect(caller).toMatchObject({ id, email, name: 'Oona' });
    expect(account).toMatchObject({ id, email, name: 'Oona', provider: 'email' });
  });

  test('takes a forged bearer, and a cookie alone, for nobody', async () => {
    const forged = await sign(ada, { secret: 'another secret' });
    expect(await call('', { authorization: `Bearer ${forged}` })).toEqual({ caller: null, account: null });
    // The operator's token goes before the cookie there, and Identity has no user for it.
    const cookie = `nf_jwt=${await sign(ada)}`;
    expect(await call('', { cookie })).toEqual({ caller: null, account: null });
  });
});
