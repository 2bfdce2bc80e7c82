import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { findMembers } from '../../lib/members/members';
import { getProfile, writeProfile } from '../../lib/members/profile';
import userEvents from '../../netlify/functions/user-events';
import { PUT } from '../../app/api/me/profile/route';
import { callRoute } from '../fixtures/call-route';
import { useTestDatabase } from '../fixtures/test-database';
import { askAsOperator, createAccount, useTestIdentity } from '../fixtures/test-identity';

beforeAll(useTestDatabase);

/** A user as Netlify's bootstrap hands it to a typed event function. */
const typedUser = (id: string, name: string, roles: string[]) => ({
  id,
  email: 'oona@marquee.example',
  createdAt: '2026-11-20T12:00:00Z',
  name,
  roles,
  userMetadata: { full_name: name },
  appMetadata: { provider: 'email', roles },
});
const deny = () => undefined;
const find = async (id: string) => (await findMembers([id])).get(id);

it('user-events takes the two events that no function of its own name takes, so that none is handled twice', () => {
  expect(Object.keys(userEvents)).toEqual(['userModified', 'userDeleted']);
});

describe('userModified', () => {
  it('mirrors name and badge, and asks Identity for no change', async () => {
    const id = randomUUID();
    expect(await userEvents.userModified({ user: typedUser(id, 'Oona', ['member']), deny })).toBeUndefined();
    const since = new Date('2026-11-20T12:00:00Z');
    expect(await find(id)).toMatchObject({ name: 'Oona', staff: false, state: 'active', since });
    await userEvents.userModified({ user: typedUser(id, 'Oona R.', ['staff']), deny });
    expect(await find(id)).toMatchObject({ name: 'Oona R.', staff: true, state: 'active' });
  });

  it('may come three times', async () => {
    const id = randomUUID();
    const event = { user: typedUser(id, 'Oona', ['member']), deny };
    await Promise.all([userEvents.userModified(event), userEvents.userModified(event)]);
    await userEvents.userModified(event);
    expect(await find(id)).toMatchObject({ name: 'Oona', state: 'active' });
  });
});

describe('userDeleted', () => {
  it('takes the name out of the mirror, also of somebody unknown, and deletes what they saved here', async () => {
    const id = randomUUID();
    await writeProfile(id, { accessNeeds: 'A seat near the door.' }, new Date());
    await userEvents.userDeleted({ user: typedUser(id, 'Oona', ['staff']) });
    expect(await find(id)).toMatchObject({ name: '', staff: false, state: 'gone' });
    expect(await getProfile(id)).toEqual({ accessNeeds: null });
  });
});

it('an account that is gone acts no more, from the next request on (deleted-account-writes)', async () => {
  useTestIdentity();
  const { id, accessToken } = await createAccount();
  const write = () =>
    callRoute(PUT, { method: 'PUT', accessToken, body: { accessNeeds: 'A seat near the door.' } });
  expect((await write()).status).toBe(200);
  await askAsOperator('DELETE', `/admin/users/${id}`);
  await userEvents.userDeleted({ user: typedUser(id, 'Oona', ['member']) });
  expect([(await write()).status, await getProfile(id)]).toEqual([401, { accessNeeds: null }]);
});

describe('a payload of another shape', () => {
  it.each([
    ['without an id', {}],
    ['with a path for an id', { id: '../settings' }],
    ['with metadata that is a list', { id: randomUUID(), appMetadata: [] }],
  ])('%s fails, so that Identity tries again and logs it', async (_, user) => {
    const event = { user, deny } as unknown as Parameters<typeof userEvents.userModified>[0];
    await expect(userEvents.userModified(event)).rejects.toThrow();
  });
});
