import { expect } from 'vitest';
import { check } from '../check';
import { expectError, expectErrorStart, userOf } from '../wire';

const stamp = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/) as string;
const uuid4 = expect.stringMatching(
  /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
) as string;
const registered = 'A user with this email address has already been registered';

/** Contract 1.1 and 3.1. */
export const signupChecks = [
  check('a sign-up gives the user, confirmed, and no token', ['autoconfirm'], async (t) => {
    const email = t.newEmail();
    const answer = await t.signup(email);
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      id: uuid4,
      aud: '',
      role: '',
      email,
      confirmed_at: stamp,
      app_metadata: { provider: 'email' },
      user_metadata: null,
      created_at: stamp,
      updated_at: stamp,
    });
  }),
  check('a sign-up gives the user, unconfirmed, and no token', ['confirm'], async (t) => {
    const email = t.newEmail();
    const answer = await t.signup(email);
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      id: uuid4,
      aud: '',
      role: '',
      email,
      confirmation_sent_at: stamp,
      app_metadata: { provider: 'email' },
      user_metadata: null,
      created_at: stamp,
      updated_at: stamp,
    });
  }),
  check('one mail goes to the address, with a link of 22 characters', ['confirm', 'mail'], async (t) => {
    const email = t.newEmail();
    await t.signup(email);
    const mails = await t.mails(email);
    expect(mails.map((mail) => mail.to)).toEqual([email]);
    expect(mails[0]?.links[0]).toMatch(/^https?:\/\/[^/]+\/#confirmation_token=[A-Za-z0-9_-]{22}$/);
  }),
  check('the mail leads to the site, whatever page asked', ['confirm', 'mail', 'own-server'], async (t) => {
    const email = t.newEmail();
    const json = { email, password: 'x' };
    await t.ask('/signup', { json, headers: { Referer: 'http://site.example/elsewhere' } });
    const [mail] = await t.mails(email);
    expect(mail?.links[0]).toMatch(/^http:\/\/site\.example\/#confirmation_token=/);
  }),
  check('no mail goes out where addresses are confirmed at once', ['autoconfirm', 'mail'], async (t) => {
    const email = t.newEmail();
    await t.signup(email);
    expect(await t.mails(email)).toEqual([]);
  }),
  check('the data sent become the user’s metadata', [], async (t) => {
    const user = userOf(await t.signup(t.newEmail(), { data: { full_name: 'Oona Reyes' } }));
    expect(user.user_metadata).toEqual({ full_name: 'Oona Reyes' });
  }),
  check('app_metadata and role in the request are ignored', [], async (t) => {
    const fields = { app_metadata: { roles: ['admin'] }, user_metadata: { x: 1 }, role: 'admin' };
    const user = userOf(await t.signup(t.newEmail(), fields));
    expect([user.app_metadata, user.user_metadata, user.role]).toEqual([{ provider: 'email' }, null, '']);
  }),
  check('without data the metadata are null, and {} once read again', ['autoconfirm'], async (t) => {
    const email = t.newEmail();
    expect(userOf(await t.signup(email)).user_metadata).toBeNull();
    const tokens = await t.signIn({ id: '', email, password: 'correct horse' });
    expect((await t.user(tokens.access_token)).user_metadata).toEqual({});
  }),
  check('an empty password is refused', [], async (t) => {
    expectError(await t.signup(t.newEmail(), { password: '' }), 422, 'Signup requires a valid password');
  }),
  check('one character is a password: GoTrue has no minimum', [], async (t) => {
    expect((await t.signup(t.newEmail(), { password: 'x' })).status).toBe(200);
  }),
  check('the password is looked at before the address', [], async (t) => {
    expectError(await t.ask('/signup', { json: {} }), 422, 'Signup requires a valid password');
  }),
  check('an address is required', [], async (t) => {
    expectError(await t.ask('/signup', { json: { password: 'x' } }), 422, 'An email address is required');
  }),
  check('a text that is no address is refused', ['mail'], async (t) => {
    expectErrorStart(await t.signup('bad'), 422, 'Unable to validate email address: ');
  }),
  check('the reason is Go’s own', ['mail'], async (t) => {
    expectError(
      await t.signup('bad'),
      422,
      "Unable to validate email address: mail: missing '@' or angle-addr",
    );
    expectError(await t.signup('Jane Doe'), 422, 'Unable to validate email address: mail: no angle-addr');
  }),
  check('an address with a name before it passes, as Go reads mail', [], async (t) => {
    const email = `Jane <${t.newEmail()}>`;
    expect(userOf(await t.signup(email)).email).toBe(email);
  }),
  check('a password of 72 bytes is taken, of 73 refused', [], async (t) => {
    expect((await t.signup(t.newEmail(), { password: 'a'.repeat(72) })).status).toBe(200);
    const long = await t.signup(t.newEmail(), { password: 'a'.repeat(73) });
    expectError(long, 500, 'Database error creating user');
  }),
  check('the 72 are bytes, not letters', [], async (t) => {
    expectError(
      await t.signup(t.newEmail(), { password: 'é'.repeat(37) }),
      500,
      'Database error creating user',
    );
  }),
  check('a confirmed address cannot sign up again, in whatever letter case', [], async (t) => {
    const member = await t.member();
    expectError(await t.signup(member.email), 400, registered);
    expectError(await t.signup(member.email.toUpperCase()), 400, registered);
  }),
  check('the address is kept as typed', [], async (t) => {
    const email = t.newEmail().replace('contract', 'Contract');
    expect(userOf(await t.signup(email)).email).toBe(email);
  }),
  check(
    'signing up again unconfirmed keeps id and first password, merges data',
    ['confirm', 'mail'],
    async (t) => {
      const email = t.newEmail();
      const first = userOf(await t.signup(email, { data: { a: 1, b: 2 } }));
      const again = userOf(await t.signup(email, { password: 'another', data: { a: null, c: 3 } }));
      expect([again.id, again.user_metadata]).toEqual([first.id, { b: 2, c: 3 }]);
      await t.verify({ type: 'signup', token: await t.mailedToken(email, 'confirmation_token') });
      expect((await t.passwordGrant(email, 'another')).status).toBe(400);
      expect((await t.passwordGrant(email, 'correct horse')).status).toBe(200);
    },
  ),
  check(
    'signing up again within the mail interval is 200 and sends nothing',
    ['confirm', 'mail'],
    async (t) => {
      const { email, token } = await t.unconfirmed();
      expect((await t.signup(email)).status).toBe(200);
      expect(await t.mails(email)).toHaveLength(1);
      expect((await t.verify({ type: 'signup', token })).status).toBe(200);
    },
  ),
  check(
    'after the interval a new mail goes out, and the old link is dead',
    ['confirm', 'mail', 'clock'],
    async (t) => {
      const { email, token } = await t.unconfirmed();
      await t.advance(15 * 60 + 2);
      expect((await t.signup(email)).status).toBe(200);
      expect(await t.mails(email)).toHaveLength(2);
      expectError(await t.verify({ type: 'signup', token }), 404, 'User not found');
      const fresh = await t.mailedToken(email, 'confirmation_token');
      expect((await t.verify({ type: 'signup', token: fresh })).status).toBe(200);
    },
  ),
  check('closed sign-up is 403, even with an empty body', ['own-server'], async (t) => {
    const closed = await t.server('--disable-signup');
    expectError(await closed.signup(t.newEmail()), 403, 'Signups not allowed for this instance');
    expectError(await closed.ask('/signup', { body: '' }), 403, 'Signups not allowed for this instance');
  }),
  check('with the e-mail provider off, sign-up and sign-in are refused first', ['own-server'], async (t) => {
    const off = await t.server('--disable-email-provider', '--disable-signup');
    expectError(await off.ask('/signup', { body: '' }), 400, 'Unsupported email provider');
    expectError(await off.passwordGrant('a@b.co', 'x'), 400, 'Unsupported email provider');
    expectError(await off.ask('/recover', { json: {} }), 400, 'Unsupported email provider');
  }),
  check('two sign-ups at once make one account', ['own-server'], async (t) => {
    const email = t.newEmail();
    const answers = await Promise.all([t.signup(email), t.signup(email), t.signup(email)]);
    const ids = new Set(answers.filter((item) => item.status === 200).map((item) => userOf(item).id));
    expect(ids.size).toBe(1);
  }),
];
