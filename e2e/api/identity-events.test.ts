import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GET as getMe } from '../../app/api/me/route';
import { setStaffRoles } from '../../lib/accounts/staff-directory';
import identityLogin from '../../netlify/functions/identity-login';
import identitySignup from '../../netlify/functions/identity-signup';
import identityValidate from '../../netlify/functions/identity-validate';
import { callRoute } from '../fixtures/call-route';
import { type OwnIdentity, useOwnIdentity } from '../fixtures/own-identity';
import { type Delivery, type EventServer, serveEvents } from '../fixtures/serve-events';
import { databaseContents, useTestDatabase } from '../fixtures/test-database';
import { askAsOperator, signIn } from '../fixtures/test-identity';

/** The functions as Identity itself calls them, and what becomes of the people. */

let events: EventServer;
let identity: OwnIdentity;
let shapes: Delivery[] = [];
beforeAll(useTestDatabase);
beforeAll(async () => {
  events = await serveEvents({
    'identity-validate': identityValidate,
    'identity-signup': identitySignup,
    'identity-login': identityLogin,
    // Netlify calls these in user-events.ts; here they only show what Identity sends.
    'identity-usermodified': async () => new Response(null, { status: 204 }),
    'identity-userdeleted': async () => new Response(null, { status: 204 }),
  });
  identity = await useOwnIdentity(events.hooks.flatMap((hook) => ['--hook', hook]));
});
beforeEach(() => events.deliveries.splice(0));
afterAll(async () => {
  await identity.stop();
  await events.close();
});

const password = 'a good long password';

async function post(path: string, body: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${process.env.IDENTITY_URL}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const signUp = (email: string, secret = password) =>
  post('/signup', { email, password: secret, data: { full_name: 'Oona Reyes' } });

async function confirm(email: string, more: object = {}): Promise<string> {
  const token = await identity.mailedToken(email);
  const { status, body } = await post('/verify', { type: 'signup', token, ...more });
  expect(status).toBe(200);
  return String(body['access_token']);
}

async function rolesOf(accessToken: string): Promise<unknown> {
  return (await callRoute(getMe, { accessToken })).body.user.roles;
}

async function mirrorOf(id: unknown): Promise<unknown[]> {
  const { members = [] } = await databaseContents();
  return (members as { _id: string }[]).filter((member) => member._id === id);
}

const delivered = () => events.deliveries.map(({ name, status }) => [name, status]);

describe('sign-up', () => {
  it('is validated, then confirmed: a member from the first token on', async () => {
    const { body } = await signUp('new@marquee.example');
    expect(delivered()).toEqual([['identity-validate', 204]]);
    const accessToken = await confirm('new@marquee.example');
    expect(delivered()).toEqual([
      ['identity-validate', 204],
      ['identity-signup', 200],
    ]);
    const [, payload = ''] = accessToken.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    expect(claims['app_metadata']).toEqual({ provider: 'email', roles: ['member'] });
    expect(await mirrorOf(body['id'])).toMatchObject([{ name: 'Oona Reyes', state: 'active' }]);
  });

  it('from a refused domain leaves no account', async () => {
    process.env.SIGN_UP_BLOCKED_DOMAINS = 'throwaway.example';
    try {
      expect((await signUp('oona@throwaway.example')).status).toBe(422);
    } finally {
      delete process.env.SIGN_UP_BLOCKED_DOMAINS;
    }
    const { users } = await askAsOperator<{ users: unknown[] }>('GET', '/admin/users?filter=throwaway');
    expect(users).toEqual([]);
  });
});

describe('the payload of', () => {
  const always = ['app_metadata', 'aud', 'created_at', 'email', 'id', 'role', 'updated_at', 'user_metadata'];

  beforeAll(async () => {
    const email = 'shape@marquee.example';
    events.deliveries.splice(0);
    const { body } = await signUp(email);
    await confirm(email);
    await signIn(email, password);
    const path = `/admin/users/${String(body['id'])}`;
    await askAsOperator('PUT', path, { app_metadata: { roles: ['staff'] } });
    await askAsOperator('DELETE', path);
    shapes = [...events.deliveries];
  });

  it.each([
    ['validate', 'identity-validate', []],
    ['signup', 'identity-signup', ['confirmation_sent_at']],
    ['login', 'identity-login', ['confirmation_sent_at', 'confirmed_at']],
    ['usermodified', 'identity-usermodified', ['confirmation_sent_at', 'confirmed_at']],
    ['userdeleted', 'identity-userdeleted', ['confirmation_sent_at', 'confirmed_at']],
  ])('%s, and its headers', (event, name, more) => {
    const sent = shapes.filter((delivery) => delivery.name === name);
    expect(sent).toHaveLength(1);
    const [{ payload, headers } = { payload: null, headers: new Headers() }] = sent;
    expect(Object.keys(payload)).toEqual(['event', 'instance_id', 'user']);
    expect(payload.event).toBe(event);
    expect(payload.instance_id).toBe('00000000-0000-0000-0000-000000000000');
    expect(Object.keys(payload.user).toSorted()).toEqual([...always, ...more].toSorted());
    expect(payload.user).toMatchObject({
      aud: '',
      role: '',
      email: 'shape@marquee.example',
      user_metadata: { full_name: 'Oona Reyes' },
    });
    expect(headers.get('x-netlify-event')).toBe(`identity_${event}`);
    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('x-webhook-signature')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  it('an account whose roles were changed has the new ones', () => {
    const modified = shapes.find(({ name }) => name === 'identity-usermodified');
    expect(modified?.payload.user.app_metadata).toEqual({ provider: 'email', roles: ['staff'] });
  });
});

describe('an attack on the staff directory', () => {
  it("does not work: who registers a colleague's address first is a member, and so is the colleague who confirms it", async () => {
    await setStaffRoles('colleague@marquee.example', ['admin']);
    await signUp('colleague@marquee.example', 'the password of a stranger');
    const ofColleague = await confirm('colleague@marquee.example');
    expect(await rolesOf(ofColleague)).toEqual(['member']);
    const ofStranger = await signIn('colleague@marquee.example', 'the password of a stranger');
    expect(await rolesOf(ofStranger)).toEqual(['member']);
  });

  it('does not work with roles in what the person sends', async () => {
    const email = 'greedy@marquee.example';
    const wish = { roles: ['admin'], app_metadata: { roles: ['admin'] } };
    await post('/signup', { email, password, data: wish, ...wish });
    expect(await rolesOf(await confirm(email))).toEqual(['member']);
  });

  it('does not shut out the colleague: an invited one gets the roles', async () => {
    await setStaffRoles('invited@marquee.example', ['staff']);
    await askAsOperator('POST', '/invite', { email: 'invited@marquee.example' });
    expect(await rolesOf(await confirm('invited@marquee.example', { password }))).toEqual(['staff']);
  });

  it('does not work where nobody confirms: with autoconfirm the directory counts for nobody', async () => {
    const open = { url: process.env.IDENTITY_URL, token: process.env.IDENTITY_OPERATOR_TOKEN };
    const autoconfirm = await useOwnIdentity([
      '--autoconfirm',
      ...events.hooks.flatMap((hook) => ['--hook', hook]),
    ]);
    try {
      await setStaffRoles('easy@marquee.example', ['admin']);
      await askAsOperator('POST', '/invite', { email: 'easy@marquee.example' });
      const token = await autoconfirm.mailedToken('easy@marquee.example');
      const { body } = await post('/verify', { type: 'signup', token, password });
      expect(await rolesOf(String(body['access_token']))).toEqual(['member']);
    } finally {
      await autoconfirm.stop();
      process.env.IDENTITY_URL = open.url;
      process.env.IDENTITY_OPERATOR_TOKEN = open.token;
    }
  });
});

describe('while the database', () => {
  let uri: string | undefined;
  beforeEach(() => {
    uri = process.env.MONGODB_URI;
  });

  /** Signs somebody up and in while `MONGODB_URI` names `broken`, then lets them in with the database back. */
  async function signUpDuring(broken: string, email: string): Promise<void> {
    process.env.MONGODB_URI = broken;
    let accessToken: string;
    try {
      await signUp(email);
      await confirm(email);
      accessToken = await signIn(email, password);
    } finally {
      process.env.MONGODB_URI = uri;
    }
    expect(delivered()).toEqual([
      ['identity-validate', 204],
      ['identity-signup', 200],
      ['identity-login', 204],
    ]);
    const { body } = await callRoute(getMe, { accessToken });
    expect(body.user.roles).toEqual(['member']);
    expect(await mirrorOf(body.user.id)).toMatchObject([{ name: 'Oona Reyes', state: 'active' }]);
  }

  it('is down, people sign up and in, and are mirrored by their first request', () =>
    signUpDuring('mongodb://127.0.0.1:9/marquee', 'down@marquee.example'));

  it('hangs, the same', async () => {
    const sockets = new Set<Socket>();
    const hanging: Server = createServer((socket) => sockets.add(socket));
    await new Promise<void>((resolve) => void hanging.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = hanging.address() as AddressInfo;
      await signUpDuring(`mongodb://127.0.0.1:${port}/marquee`, 'hangs@marquee.example');
    } finally {
      for (const socket of sockets) socket.destroy();
      hanging.close();
    }
  });
});

describe('sign-in', () => {
  it('mirrors a name that was changed past us, and changes nothing in Identity', async () => {
    const email = 'renamed@marquee.example';
    const { body } = await signUp(email);
    await confirm(email);
    const path = `/admin/users/${String(body['id'])}`;
    await askAsOperator('PUT', path, { user_metadata: { full_name: 'Renamed' } });
    const before = await askAsOperator<{ app_metadata: unknown }>('GET', path);
    await signIn(email, password);
    expect(delivered().at(-1)).toEqual(['identity-login', 204]);
    expect(await mirrorOf(body['id'])).toMatchObject([{ name: 'Renamed' }]);
    const after = await askAsOperator<{ app_metadata: unknown }>('GET', path);
    expect(after.app_metadata).toEqual(before.app_metadata);
  });
});
