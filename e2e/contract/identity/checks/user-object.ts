import { expect } from 'vitest';
import { check } from '../check';
import { userOf } from '../wire';

const wholeSeconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** Contract 1.0: which fields are there, and what their stamps look like. */
export const userObjectChecks = [
  check('a member read back has exactly these fields', [], async (t) => {
    const { tokens } = await t.signedIn();
    const answer = await t.ask('/user', { bearer: tokens.access_token });
    expect(Object.keys(answer.json as object)).toEqual([
      'id',
      'aud',
      'role',
      'email',
      'confirmed_at',
      'app_metadata',
      'user_metadata',
      'created_at',
      'updated_at',
    ]);
  }),
  check('last_sign_in_at never shows, not even after a sign-in', [], async (t) => {
    const { tokens } = await t.signedIn();
    expect(await t.user(tokens.access_token)).not.toHaveProperty('last_sign_in_at');
  }),
  check('stamps read back have whole seconds', [], async (t) => {
    const { tokens } = await t.signedIn();
    const user = await t.user(tokens.access_token);
    expect(user.created_at).toMatch(wholeSeconds);
    expect(user.updated_at).toMatch(wholeSeconds);
    expect(user.confirmed_at).toMatch(wholeSeconds);
  }),
  check('updated_at moves in the answer to a change, but is not stored', ['clock'], async (t) => {
    const { tokens } = await t.signedIn();
    const before = await t.user(tokens.access_token);
    await t.advance(100);
    const put = await t.ask('/user', {
      method: 'PUT',
      json: { data: { a: 1 } },
      bearer: tokens.access_token,
    });
    const moved = Date.parse(userOf(put).updated_at) - Date.parse(before.updated_at);
    expect(moved).toBeGreaterThanOrEqual(100_000);
    expect((await t.user(tokens.access_token)).updated_at).toBe(before.updated_at);
  }),
  check('no answer ever holds a password or a token of a mail', [], async (t) => {
    const answer = await t.signup(t.newEmail());
    expect(Object.keys(answer.json as object).filter((key) => /password|token/.test(key))).toEqual([]);
  }),
  check('an audience asked for at sign-up is the user’s', [], async (t) => {
    const json = { email: t.newEmail(), password: 'x' };
    const answer = await t.ask('/signup', { json, headers: { 'X-JWT-AUD': 'box-office' } });
    expect(userOf(answer).aud).toBe('box-office');
  }),
  check('one address may have an account in each audience', [], async (t) => {
    const member = await t.member();
    const json = { email: member.email, password: 'x' };
    const answer = await t.ask('/signup', { json, headers: { 'X-JWT-AUD': 'box-office' } });
    expect(userOf(answer).id).not.toBe(member.id);
  }),
];
