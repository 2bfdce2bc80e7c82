import { expect } from 'vitest';
import { check } from '../check';
import type { Probe } from '../probe';
import { expectError, expectErrorStart, readJwt, userOf } from '../wire';

const put = (t: Probe, bearer: string, json: Record<string, unknown>) =>
  t.ask('/user', { method: 'PUT', json, bearer });

/** Contract 1.1 and 5.4. */
export const userChecks = [
  check('GET /user gives the account behind the token', [], async (t) => {
    const { tokens, id, email } = await t.signedIn({ user_metadata: { full_name: 'Oona Reyes' } });
    expect(await t.user(tokens.access_token)).toMatchObject({
      id,
      email,
      app_metadata: { provider: 'email' },
      user_metadata: { full_name: 'Oona Reyes' },
    });
  }),
  check('GET /user shows today’s metadata, not the token’s', [], async (t) => {
    const { tokens, id } = await t.signedIn();
    await t.operator(`/admin/users/${id}`, { method: 'PUT', json: { app_metadata: { roles: ['staff'] } } });
    expect(readJwt(tokens.access_token).claims.app_metadata).toEqual({ provider: 'email' });
    expect((await t.user(tokens.access_token)).app_metadata).toEqual({ provider: 'email', roles: ['staff'] });
  }),
  check('PUT /user needs a bearer', [], async (t) => {
    const answer = await t.ask('/user', { method: 'PUT', json: {} });
    expectError(answer, 401, 'This endpoint requires a Bearer token');
  }),
  check('PUT /user with a broken body is refused', [], async (t) => {
    const { tokens } = await t.signedIn();
    const answer = await t.ask('/user', { method: 'PUT', body: 'nope', bearer: tokens.access_token });
    expectErrorStart(answer, 400, 'Could not read User Update params: ');
  }),
  check('data are merged key by key, and null deletes', [], async (t) => {
    const { tokens } = await t.signedIn();
    await put(t, tokens.access_token, { data: { a: 1, b: 2 } });
    const user = userOf(await put(t, tokens.access_token, { data: { a: null, c: 3 } }));
    expect(user.user_metadata).toEqual({ b: 2, c: 3 });
    expect((await t.user(tokens.access_token)).user_metadata).toEqual({ b: 2, c: 3 });
  }),
  check('a nested object in data is replaced, not merged', [], async (t) => {
    const { tokens } = await t.signedIn();
    await put(t, tokens.access_token, { data: { a: { x: 1 } } });
    const user = userOf(await put(t, tokens.access_token, { data: { a: { y: 2 } } }));
    expect(user.user_metadata).toEqual({ a: { y: 2 } });
  }),
  check('user_metadata is not the name of a field here: nothing changes', [], async (t) => {
    const { tokens } = await t.signedIn();
    const user = userOf(await put(t, tokens.access_token, { user_metadata: { x: 1 } }));
    expect(user.user_metadata).toEqual({});
  }),
  check('nobody writes their own app_metadata', [], async (t) => {
    const { tokens } = await t.signedIn();
    const answer = await put(t, tokens.access_token, { app_metadata: { roles: ['admin'] } });
    expectError(answer, 401, 'Updating app_metadata requires admin privileges');
    expect((await t.user(tokens.access_token)).app_metadata).toEqual({ provider: 'email' });
  }),
  check('not even by an empty map', [], async (t) => {
    const { tokens } = await t.signedIn();
    const answer = await put(t, tokens.access_token, { app_metadata: {} });
    expectError(answer, 401, 'Updating app_metadata requires admin privileges');
  }),
  check('a refused change leaves everything in the same request undone', [], async (t) => {
    const { tokens, email, password } = await t.signedIn();
    const changes = { password: 'battery', data: { a: 1 }, app_metadata: { roles: ['admin'] } };
    expect((await put(t, tokens.access_token, changes)).status).toBe(401);
    expect((await t.user(tokens.access_token)).user_metadata).toEqual({});
    expect((await t.passwordGrant(email, password)).status).toBe(200);
  }),
  check('a user whose role is admin may', [], async (t) => {
    const { tokens } = await t.signedIn({ role: 'admin' });
    const user = userOf(await put(t, tokens.access_token, { app_metadata: { roles: ['owner'] } }));
    expect(user.app_metadata).toEqual({ provider: 'email', roles: ['owner'] });
  }),
  check('a new password works, the old one no longer', [], async (t) => {
    const { tokens, email, password } = await t.signedIn();
    expect((await put(t, tokens.access_token, { password: 'battery staple' })).status).toBe(200);
    expect((await t.passwordGrant(email, password)).status).toBe(400);
    expect((await t.passwordGrant(email, 'battery staple')).status).toBe(200);
  }),
  check('a password over 72 bytes is not stored', [], async (t) => {
    const { tokens } = await t.signedIn();
    const answer = await put(t, tokens.access_token, { password: 'a'.repeat(73) });
    expectError(answer, 500, 'Error during password storage');
  }),
  check('an empty change is fine and changes nothing', [], async (t) => {
    const { tokens, email } = await t.signedIn();
    expect(userOf(await put(t, tokens.access_token, {})).email).toBe(email);
  }),
  check('PUT /user fires no event', ['hooks'], async (t) => {
    const { tokens, email } = await t.signedIn();
    t.hooks.forget(email);
    await put(t, tokens.access_token, { data: { a: 1 } });
    expect(t.hooks.events(email)).toEqual([]);
  }),
];
