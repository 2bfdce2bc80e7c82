import { expect } from 'vitest';
import { check } from '../check';
import { expectError, expectErrorStart, tokensOf } from '../wire';

const again = 'Rate limit exceeded, try again later';

/** Contract 3.4. */
export const recoverChecks = [
  check('nothing: an address is required', [], async (t) => {
    expectError(await t.ask('/recover', { json: {} }), 422, 'Password recovery requires an email');
  }),
  check('a broken body is refused', [], async (t) => {
    expectErrorStart(await t.ask('/recover', { body: '{' }), 400, 'Could not read verification params: ');
  }),
  check('an unknown address is answered like a known one', [], async (t) => {
    const answer = await t.ask('/recover', { json: { email: t.newEmail() } });
    expect([answer.status, answer.text]).toEqual([200, '{}']);
  }),
  check('a known address gets a mail, in whatever letter case it is typed', ['mail'], async (t) => {
    const member = await t.member();
    const answer = await t.ask('/recover', { json: { email: member.email.toUpperCase() } });
    expect([answer.status, answer.text]).toEqual([200, '{}']);
    const [mail] = await t.mails(member.email);
    expect(mail?.links[0]).toMatch(/^https?:\/\/[^/]+\/#recovery_token=[A-Za-z0-9_-]{22}$/);
  }),
  check('asking again at once is 429, which gives away that the address is known', ['mail'], async (t) => {
    const member = await t.member();
    await t.ask('/recover', { json: { email: member.email } });
    expectError(await t.ask('/recover', { json: { email: member.email } }), 429, again);
    expect(await t.mails(member.email)).toHaveLength(1);
  }),
  check('an unknown address is never 429', [], async (t) => {
    const json = { email: t.newEmail() };
    await t.ask('/recover', { json });
    expect((await t.ask('/recover', { json })).status).toBe(200);
  }),
  check(
    'after 15 minutes another mail goes out, and the first link is dead',
    ['mail', 'clock'],
    async (t) => {
      const member = await t.member();
      await t.ask('/recover', { json: { email: member.email } });
      const first = await t.mailedToken(member.email, 'recovery_token');
      await t.advance(15 * 60 + 2);
      expect((await t.ask('/recover', { json: { email: member.email } })).status).toBe(200);
      expectError(await t.verify({ type: 'recovery', token: first }), 404, 'User not found');
    },
  ),
  check('the token gives a session, once', ['mail'], async (t) => {
    const member = await t.member();
    await t.ask('/recover', { json: { email: member.email } });
    const token = await t.mailedToken(member.email, 'recovery_token');
    const tokens = tokensOf(await t.verify({ type: 'recovery', token }));
    expect((await t.user(tokens.access_token)).id).toBe(member.id);
    expectError(await t.verify({ type: 'recovery', token }), 404, 'User not found');
  }),
  check('a password sent with it is ignored; PUT /user sets it', ['mail'], async (t) => {
    const { email, password } = await t.member();
    await t.ask('/recover', { json: { email } });
    const token = await t.mailedToken(email, 'recovery_token');
    const tokens = tokensOf(await t.verify({ type: 'recovery', token, password: 'battery' }));
    expect((await t.passwordGrant(email, 'battery')).status).toBe(400);
    expect((await t.passwordGrant(email, password)).status).toBe(200);
    await t.ask('/user', { method: 'PUT', json: { password: 'battery' }, bearer: tokens.access_token });
    expect((await t.passwordGrant(email, 'battery')).status).toBe(200);
  }),
  check('somebody unconfirmed is confirmed by it', ['confirm', 'mail'], async (t) => {
    const { email } = await t.unconfirmed();
    await t.ask('/recover', { json: { email } });
    const token = await t.mailedToken(email, 'recovery_token');
    const tokens = tokensOf(await t.verify({ type: 'recovery', token }));
    expect((await t.user(tokens.access_token)).confirmed_at).toBeTypeOf('string');
  }),
  check('the token confirms no sign-up', ['mail'], async (t) => {
    const { email } = await t.member();
    await t.ask('/recover', { json: { email } });
    const token = await t.mailedToken(email, 'recovery_token');
    expectError(await t.verify({ type: 'signup', token }), 404, 'User not found');
  }),
  check('after 24 hours the token is expired', ['mail', 'clock'], async (t) => {
    const { email } = await t.member();
    await t.ask('/recover', { json: { email } });
    await t.advance(24 * 3600 + 60);
    const token = await t.mailedToken(email, 'recovery_token');
    expectError(await t.verify({ type: 'recovery', token }), 422, 'Recovery token expired');
  }),
  check('recovering fires no event for somebody confirmed', ['mail', 'hooks'], async (t) => {
    const { email } = await t.member();
    t.hooks.forget(email);
    await t.ask('/recover', { json: { email } });
    const token = await t.mailedToken(email, 'recovery_token');
    await t.verify({ type: 'recovery', token });
    expect(t.hooks.events(email)).toEqual([]);
  }),
];
