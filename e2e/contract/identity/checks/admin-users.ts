import { expect } from 'vitest';
import { check } from '../check';
import type { Probe } from '../probe';
import { expectError, expectErrorStart, expectOAuthError, userOf } from '../wire';

const put = (t: Probe, id: string, json: Record<string, unknown>) =>
  t.operator(`/admin/users/${id}`, { method: 'PUT', json });
const unknownId = '6c3aa7de-9a66-4f0e-9c43-6b2c36dd9a01';

/** Contract 5.3, 5.4, 5.5. */
export const adminUserChecks = [
  check('making an account ignores app_metadata and keeps user_metadata', [], async (t) => {
    const json = {
      email: t.newEmail(),
      password: 'x',
      confirm: true,
      app_metadata: { roles: ['x'] },
      user_metadata: { n: 1 },
    };
    const user = userOf(await t.operator('/admin/users', { json }));
    expect([user.app_metadata, user.user_metadata]).toEqual([{ provider: 'email' }, { n: 1 }]);
    expect(user.confirmed_at).toBeTypeOf('string');
    expect((await t.passwordGrant(json.email, 'x')).status).toBe(200);
  }),
  check('it fires no event and sends no mail', ['hooks', 'mail'], async (t) => {
    const member = await t.member();
    expect([t.hooks.events(member.email), await t.mails(member.email)]).toEqual([[], []]);
  }),
  check('without confirm the account is unconfirmed', [], async (t) => {
    const member = await t.member({ confirm: false });
    const answer = await t.passwordGrant(member.email, member.password);
    expectOAuthError(answer, 'invalid_grant', 'Email not confirmed');
  }),
  check('without a password the empty one signs in: a known gap of GoTrue', [], async (t) => {
    const member = await t.member({ password: '' });
    expect((await t.passwordGrant(member.email, '')).status).toBe(200);
  }),
  check('a taken address is refused', [], async (t) => {
    const member = await t.member();
    const answer = await t.operator('/admin/users', { json: { email: member.email, password: 'x' } });
    expectError(answer, 422, 'Email address already registered by another user');
  }),
  check('an address is required, and a password of at most 72 bytes', [], async (t) => {
    expectError(await t.operator('/admin/users', { json: {} }), 422, 'An email address is required');
    const json = { email: t.newEmail(), password: 'a'.repeat(73) };
    expectError(await t.operator('/admin/users', { json }), 500, 'Error creating user');
  }),
  check('a broken body is refused', [], async (t) => {
    const answer = await t.operator('/admin/users', { body: '' });
    expectError(answer, 400, 'Could not decode admin user params: EOF');
  }),
  check('the wrong type of a field is refused', [], async (t) => {
    const { id } = await t.member();
    expectErrorStart(
      await put(t, id, { confirm: 'yes' }),
      400,
      'Could not decode admin user params: json: cannot unmarshal string into Go struct field ',
    );
  }),
  check('one user is read by id', [], async (t) => {
    const member = await t.member();
    expect(userOf(await t.operator(`/admin/users/${member.id}`)).email).toBe(member.email);
  }),
  check('an id that is none is 400, an unknown one 404', [], async (t) => {
    expectError(await t.operator('/admin/users/x'), 400, 'user_id must be an UUID');
    expectError(await t.operator(`/admin/users/${unknownId}`), 404, 'User not found');
    expectError(await put(t, unknownId, {}), 404, 'User not found');
  }),
  check('a method that does not exist for one user is 405', [], async (t) => {
    const { id } = await t.member();
    expect((await t.operator(`/admin/users/${id}`, { json: {} })).status).toBe(405);
  }),
  check('roles are added beside the provider', [], async (t) => {
    const { id } = await t.member();
    const user = userOf(await put(t, id, { app_metadata: { roles: ['member'] } }));
    expect(user.app_metadata).toEqual({ provider: 'email', roles: ['member'] });
  }),
  check('null deletes a key', [], async (t) => {
    const { id } = await t.member();
    await put(t, id, { app_metadata: { roles: ['member'] } });
    const user = userOf(await put(t, id, { app_metadata: { roles: null } }));
    expect(user.app_metadata).toEqual({ provider: 'email' });
  }),
  check('a nested object is replaced', [], async (t) => {
    const { id } = await t.member();
    await put(t, id, { app_metadata: { a: { x: 1 } } });
    const user = userOf(await put(t, id, { app_metadata: { a: { y: 2 } } }));
    expect(user.app_metadata).toEqual({ provider: 'email', a: { y: 2 } });
  }),
  check('an empty map and an empty body change nothing', [], async (t) => {
    const { id } = await t.member({ user_metadata: { n: 1 } });
    await put(t, id, { app_metadata: {}, user_metadata: {} });
    const user = userOf(await put(t, id, {}));
    expect([user.app_metadata, user.user_metadata]).toEqual([{ provider: 'email' }, { n: 1 }]);
  }),
  check('the role is set, and the empty role clears nothing', [], async (t) => {
    const { id } = await t.member();
    expect(userOf(await put(t, id, { role: 'admin' })).role).toBe('admin');
    expect(userOf(await put(t, id, { role: '' })).role).toBe('admin');
  }),
  check('confirm: true confirms, confirm: false takes nothing back', [], async (t) => {
    const member = await t.member({ confirm: false });
    expect(userOf(await put(t, member.id, { confirm: true })).confirmed_at).toBeTypeOf('string');
    expect(userOf(await put(t, member.id, { confirm: false })).confirmed_at).toBeTypeOf('string');
    expect((await t.passwordGrant(member.email, member.password)).status).toBe(200);
  }),
  check('confirming by hand kills the mailed link', ['confirm', 'mail'], async (t) => {
    const { email, token } = await t.unconfirmed();
    const [user] = ((await t.operator(`/admin/users?filter=${email}`)).json as { users: { id: string }[] })
      .users;
    await put(t, user?.id ?? '', { confirm: true });
    expectError(await t.verify({ type: 'signup', token }), 404, 'User not found');
  }),
  check('a new address holds at once, without a mail', ['mail'], async (t) => {
    const member = await t.member();
    const email = t.newEmail();
    expect(userOf(await put(t, member.id, { email })).email).toBe(email);
    expect((await t.passwordGrant(email, member.password)).status).toBe(200);
    expect(await t.mails(email)).toEqual([]);
  }),
  check('a new password holds; one over 72 bytes is not stored', [], async (t) => {
    const member = await t.member();
    await put(t, member.id, { password: 'battery' });
    expect((await t.passwordGrant(member.email, 'battery')).status).toBe(200);
    expectError(await put(t, member.id, { password: 'a'.repeat(73) }), 500, 'Error updating user');
  }),
  check('a deleted user is gone everywhere', [], async (t) => {
    const { id, email, password, tokens } = await t.signedIn();
    const answer = await t.operator(`/admin/users/${id}`, { method: 'DELETE' });
    expect([answer.status, answer.text]).toEqual([200, '{}']);
    expectError(await t.operator(`/admin/users/${id}`), 404, 'User not found');
    expectError(await t.ask('/user', { bearer: tokens.access_token }), 404, 'User not found');
    expectOAuthError(await t.refresh(tokens.refresh_token), 'invalid_grant', 'Invalid Refresh Token');
    expect((await t.passwordGrant(email, password)).status).toBe(400);
    expectError(await t.operator(`/admin/users/${id}`, { method: 'DELETE' }), 404, 'User not found');
  }),
  check('the address of a deleted user is free again', [], async (t) => {
    const member = await t.member();
    await t.operator(`/admin/users/${member.id}`, { method: 'DELETE' });
    expect(userOf(await t.signup(member.email)).id).not.toBe(member.id);
  }),
];
