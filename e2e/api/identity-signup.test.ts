import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStaffRoles } from '../../lib/accounts/staff-directory';
import identitySignup from '../../netlify/functions/identity-signup';
import { type EventUser, eventRequest, eventUser } from '../fixtures/events';
import { databaseContents, useTestDatabase } from '../fixtures/test-database';
import { useTestIdentity } from '../fixtures/test-identity';

beforeAll(useTestDatabase);
beforeAll(async () => {
  useTestIdentity();
  process.env.ADMIN_EMAILS = 'Boss@marquee.example, second@marquee.example';
});
afterAll(async () => {
  delete process.env.ADMIN_EMAILS;
});

async function signUp(user: EventUser): Promise<unknown> {
  const response = await identitySignup(eventRequest('signup', user));
  expect(response.status).toBe(200);
  return response.json();
}

async function mirrorOf(id: string): Promise<unknown[]> {
  const { members = [] } = await databaseContents();
  return (members as { _id: string }[]).filter((member) => member._id === id);
}

describe('a new person', () => {
  it('becomes a member, and all other metadata stays', async () => {
    const user = eventUser({ app_metadata: { provider: 'email', plan: { seats: 2 } } });
    expect(await signUp(user)).toEqual({
      app_metadata: { provider: 'email', plan: { seats: 2 }, roles: ['member'] },
    });
    expect(await mirrorOf(user.id)).toMatchObject([{ name: 'Oona Reyes', staff: false, state: 'active' }]);
  });

  it('leaves the roles that they have', async () => {
    const user = eventUser({ app_metadata: { provider: 'email', roles: ['staff', 'usher'] } });
    expect(await signUp(user)).toEqual({ app_metadata: { provider: 'email', roles: ['staff', 'usher'] } });
    expect(await mirrorOf(user.id)).toMatchObject([{ staff: true }]);
  });

  it('may come without a name', async () => {
    const user = eventUser({ user_metadata: null });
    await signUp(user);
    expect(await mirrorOf(user.id)).toMatchObject([{ name: '' }]);
  });

  it('is one member when the event comes three times and twice at once, with the same response', async () => {
    const user = eventUser();
    const answers = await Promise.all([signUp(user), signUp(user)]);
    for (let time = 0; time < 3; time += 1) answers.push(await signUp(user));
    const answer = { app_metadata: { provider: 'email', roles: ['member'] } };
    expect(answers).toEqual([answer, answer, answer, answer, answer]);
    expect(await mirrorOf(user.id)).toHaveLength(1);
  });

  it('leaves roles that were given between two deliveries', async () => {
    const user = eventUser();
    await signUp(user);
    const promoted = { ...user, app_metadata: { provider: 'email', roles: ['admin'] } };
    expect(await signUp(promoted)).toEqual({ app_metadata: { provider: 'email', roles: ['admin'] } });
  });
});

describe('the staff directory', () => {
  it('is first filled from ADMIN_EMAILS: an invited person of it is an admin', async () => {
    const user = eventUser({ email: 'boss@MARQUEE.example', invited_at: '2026-11-20T12:00:00Z' });
    expect(await signUp(user)).toEqual({ app_metadata: { provider: 'email', roles: ['admin'] } });
    expect(await mirrorOf(user.id)).toMatchObject([{ staff: true }]);
  });

  it('counts for people of an outside provider', async () => {
    await setStaffRoles('Usher@marquee.example', ['staff']);
    const user = eventUser({ email: 'usher@marquee.example', app_metadata: { provider: 'google' } });
    expect(await signUp(user)).toEqual({ app_metadata: { provider: 'google', roles: ['staff'] } });
  });

  it('is not filled again: from then on the collection alone counts', async () => {
    await setStaffRoles('somebody@marquee.example', ['staff']);
    process.env.ADMIN_EMAILS = 'late@marquee.example';
    const user = eventUser({ email: 'late@marquee.example', invited_at: '2026-11-20T12:00:00Z' });
    expect(await signUp(user)).toEqual({ app_metadata: { provider: 'email', roles: ['member'] } });
  });

  it('says nothing about somebody who registered the address without being invited', async () => {
    const user = eventUser({ email: 'boss@marquee.example' });
    expect(await signUp(user)).toEqual({ app_metadata: { provider: 'email', roles: ['member'] } });
  });

  it('counts for nobody while Identity does not say that addresses are confirmed', async () => {
    const url = process.env.IDENTITY_URL;
    process.env.IDENTITY_URL = 'http://127.0.0.1:9';
    try {
      const user = eventUser({ email: 'boss@marquee.example', invited_at: '2026-11-20T12:00:00Z' });
      expect(await signUp(user)).toEqual({ app_metadata: { provider: 'email', roles: ['member'] } });
    } finally {
      process.env.IDENTITY_URL = url;
    }
  });
});

describe('what is no sign-up event', () => {
  const post = (body: string) =>
    identitySignup(new Request('http://marquee.test/', { method: 'POST', body }));

  it.each([
    ['nothing', ''],
    ['no JSON', 'nope'],
    ['a list', '[]'],
    ['no user', '{"event":"signup"}'],
    ['another event', JSON.stringify({ event: 'login', user: eventUser() })],
    ['a user without an id', JSON.stringify({ event: 'signup', user: { email: 'x@marquee.example' } })],
    ['an operator for an id', '{"event":"signup","user":{"id":{"$ne":""},"email":"x@marquee.example"}}'],
    [
      'metadata that is a list',
      JSON.stringify({ event: 'signup', user: { ...eventUser(), app_metadata: [] } }),
    ],
  ])('400: %s', async (_, body) => {
    const before = await databaseContents();
    expect((await post(body)).status).toBe(400);
    expect(await databaseContents()).toEqual(before);
  });

  it('405: a visit', async () => {
    expect((await identitySignup(new Request('http://marquee.test/'))).status).toBe(405);
  });

  it('413: more than Identity ever sends', async () => {
    expect((await post('x'.repeat(1024 * 1024 + 1))).status).toBe(413);
  });
});
