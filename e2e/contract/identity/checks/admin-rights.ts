import { expect } from 'vitest';
import { check } from '../check';
import { expectCookieCleared, expectError, expectErrorStart, makeJwt } from '../wire';

const soon = () => Math.floor(Date.now() / 1000) + 60;

/** Contract 5.1. */
export const adminRightsChecks = [
  check('nobody: 401', [], async (t) => {
    expectError(await t.ask('/admin/users'), 401, 'This endpoint requires a Bearer token');
  }),
  check('an unknown admin path asks for the bearer first, and is 404 after', [], async (t) => {
    expectError(await t.ask('/admin/nope'), 401, 'This endpoint requires a Bearer token');
    expect((await t.operator('/admin/nope')).text).toBe('404 page not found\n');
  }),
  check('the operator may', [], async (t) => {
    expect((await t.operator('/admin/users?per_page=1')).status).toBe(200);
  }),
  check('a wrong operator token is an invalid token, and clears the cookie', [], async (t) => {
    const answer = await t.ask('/admin/users', { bearer: `${t.target.operatorToken}x` });
    expectErrorStart(answer, 401, 'Invalid token: ');
    expectCookieCleared(answer);
  }),
  check('a user’s token: not allowed', [], async (t) => {
    const { tokens } = await t.signedIn();
    expectError(await t.ask('/admin/users', { bearer: tokens.access_token }), 401, 'User not allowed');
  }),
  check('the subject "0" may: it is what Netlify hands to functions', ['secret'], async (t) => {
    const bearer = makeJwt({ sub: '0', exp: soon() }, t.secret);
    expect((await t.ask('/admin/users?per_page=1', { bearer })).status).toBe(200);
  }),
  check('so may the nil UUID', ['secret'], async (t) => {
    const bearer = makeJwt({ sub: '00000000-0000-0000-0000-000000000000', exp: soon() }, t.secret);
    expect((await t.ask('/admin/users?per_page=1', { bearer })).status).toBe(200);
  }),
  check('the subject "0" expires like any other', ['secret'], async (t) => {
    const bearer = makeJwt({ sub: '0', exp: soon() - 120 }, t.secret);
    expectErrorStart(await t.ask('/admin/users', { bearer }), 401, 'Invalid token: token is expired by ');
  }),
  check('the subject "0" under another secret may not', [], async (t) => {
    const bearer = makeJwt({ sub: '0', exp: soon() }, 'some other secret');
    expectError(await t.ask('/admin/users', { bearer }), 401, 'Invalid token: signature is invalid');
  }),
  check('somebody gone: invalid admin user', ['secret'], async (t) => {
    const bearer = makeJwt({ sub: '6c3aa7de-9a66-4f0e-9c43-6b2c36dd9a01', exp: soon() }, t.secret);
    expectError(await t.ask('/admin/users', { bearer }), 401, 'Invalid admin user');
  }),
  check('a user whose role is admin may', [], async (t) => {
    const { tokens } = await t.signedIn({ role: 'admin' });
    expect((await t.ask('/admin/users?per_page=1', { bearer: tokens.access_token })).status).toBe(200);
  }),
  check('the role counts as it is now, not as it was at sign-in', [], async (t) => {
    const { id, tokens } = await t.signedIn();
    await t.operator(`/admin/users/${id}`, { method: 'PUT', json: { role: 'admin' } });
    expect((await t.ask('/admin/users?per_page=1', { bearer: tokens.access_token })).status).toBe(200);
  }),
  check('"admin" among app_metadata.roles gives no rights here', [], async (t) => {
    const member = await t.member();
    await t.operator(`/admin/users/${member.id}`, {
      method: 'PUT',
      json: { app_metadata: { roles: ['admin'] } },
    });
    const { access_token: bearer } = await t.signIn(member);
    expectError(await t.ask('/admin/users', { bearer }), 401, 'User not allowed');
  }),
  check('an admin of one audience has no rights in another', [], async (t) => {
    const { tokens } = await t.signedIn({ role: 'admin' });
    const headers = { 'X-JWT-AUD': 'elsewhere' };
    const answer = await t.ask('/admin/users', { bearer: tokens.access_token, headers });
    expectError(answer, 401, 'User not allowed');
  }),
  check('a broken body of anyone but the operator is met before the path', [], async (t) => {
    const { tokens } = await t.signedIn({ role: 'admin' });
    const answer = await t.ask('/admin/users/x', { method: 'PUT', body: 'x', bearer: tokens.access_token });
    expectErrorStart(answer, 400, 'Could not decode admin user params: ');
  }),
  check('the operator’s broken body is met after it', [], async (t) => {
    const answer = await t.operator('/admin/users/x', { method: 'PUT', body: 'x' });
    expectError(answer, 400, 'user_id must be an UUID');
  }),
];
