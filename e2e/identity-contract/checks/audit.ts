import { expect } from 'vitest';
import { check } from '../check';
import type { Answer } from '../http';
import type { Probe } from '../probe';
import { expectError, userOf } from '../wire';
import { through } from './provider-way';

interface Entry {
  id: string;
  payload: Record<string, unknown>;
  created_at: string;
}

const entries = (answer: Answer): Entry[] => {
  expect(answer.status, answer.text).toBe(200);
  return answer.json as Entry[];
};

/** This check's own entries, oldest first. */
async function mine(t: Probe, scope = `author:${t.tag}`): Promise<Entry[]> {
  return entries(await t.operator(`/admin/audit?query=${encodeURIComponent(scope)}`)).toReversed();
}

const actions = (list: Entry[]): unknown[] => list.map(({ payload }) => payload.action);

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const nilUuid = '00000000-0000-0000-0000-000000000000';

/** Contract 5.6. */
export const auditChecks = [
  check('the audit log is for admins', [], async (t) => {
    expectError(await t.ask('/admin/audit'), 401, 'This endpoint requires a Bearer token');
    const { tokens } = await t.signedIn();
    expectError(await t.ask('/admin/audit', { bearer: tokens.access_token }), 401, 'User not allowed');
  }),
  check('an entry has an id, a moment in whole seconds, and who did what', [], async (t) => {
    const member = await t.signedIn({ user_metadata: { full_name: 'Oona Reyes' } });
    const [entry] = await mine(t);
    expect(entry).toEqual({
      id: expect.stringMatching(uuid) as string,
      payload: {
        action: 'login',
        actor_email: member.email,
        actor_id: member.id,
        actor_name: 'Oona Reyes',
        log_type: 'account',
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
      },
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
    });
  }),
  check('who has no name is not given one', [], async (t) => {
    await t.signedIn();
    expect((await mine(t))[0]?.payload).not.toHaveProperty('actor_name');
  }),
  check(
    'signing up at once, refreshing, changing, recovering and leaving are written down',
    ['autoconfirm', 'clock'],
    async (t) => {
      const email = t.newEmail();
      const seen: string[] = [];
      const step = async (name: string, work: Promise<Answer>): Promise<Answer> => {
        const answer = await work;
        expect(answer.status, name).toBeLessThan(300);
        seen.push(name);
        await t.advance(2);
        return answer;
      };
      await step('user_signedup', t.signup(email));
      const { access_token: bearer } = (await step('login', t.passwordGrant(email, 'correct horse')))
        .json as {
        access_token: string;
      };
      await step('user_modified', t.ask('/user', { method: 'PUT', json: { data: { a: 1 } }, bearer }));
      await step('user_recovery_requested', t.ask('/recover', { json: { email } }));
      await step('logout', t.ask('/logout', { method: 'POST', bearer }));
      expect(actions(await mine(t))).toEqual(seen);
    },
  ),
  check('a refresh is two entries: the new token and the revoked one', [], async (t) => {
    const { tokens } = await t.signedIn();
    await t.refresh(tokens.refresh_token);
    const list = (await mine(t, `author:${t.tag}`)).slice(1);
    expect(list.map(({ payload }) => [payload.action, payload.log_type]).toSorted()).toEqual([
      ['token_refreshed', 'token'],
      ['token_revoked', 'token'],
    ]);
  }),
  check('confirming by mail is the sign-up; asking for it is nothing yet', ['confirm', 'mail'], async (t) => {
    const { token } = await t.unconfirmed();
    expect(await mine(t)).toEqual([]);
    await t.verify({ type: 'signup', token });
    expect(actions(await mine(t))).toEqual(['user_signedup']);
  }),
  check('recovering somebody unconfirmed is a sign-up too', ['confirm', 'mail'], async (t) => {
    const { email } = await t.unconfirmed();
    await t.ask('/recover', { json: { email } });
    await t.verify({ type: 'recovery', token: await t.mailedToken(email, 'recovery_token') });
    expect(actions(await mine(t)).toSorted()).toEqual(['user_recovery_requested', 'user_signedup']);
  }),
  check('the operator’s acts say about whom, and by which address', ['mail'], async (t) => {
    const member = await t.member();
    await t.operator(`/admin/users/${member.id}`, {
      method: 'PUT',
      json: { app_metadata: { roles: ['x'] } },
    });
    await t.operator(`/admin/users/${member.id}`, { method: 'DELETE' });
    const { email } = await t.invited();
    const all = entries(await t.operator('/admin/audit?query=author:operator%40netlify.com&per_page=500'));
    const about = all
      .filter(({ payload }) => JSON.stringify(payload.traits).includes(t.tag))
      .map(({ payload }) => [
        payload.action,
        payload.log_type,
        payload.actor_id,
        (payload.traits as { user_email: string }).user_email,
      ])
      .toSorted();
    expect(about).toEqual([
      ['user_deleted', 'team', nilUuid, member.email],
      ['user_invited', 'team', nilUuid, email],
      ['user_modified', 'user', nilUuid, member.email],
      ['user_signedup', 'team', nilUuid, member.email],
    ]);
    const deletion = all.find(({ payload }) => payload.action === 'user_deleted');
    expect(deletion?.payload.traits).toMatchObject({ user_id: expect.stringMatching(uuid) as string });
  }),
  check('an admin who is a person is named as one', [], async (t) => {
    const admin = await t.signedIn({ role: 'admin' });
    const json = { email: t.newEmail(), password: 'x', confirm: true };
    const user = userOf(await t.ask('/admin/users', { json, bearer: admin.tokens.access_token }));
    expect((await mine(t)).at(-1)?.payload).toMatchObject({
      action: 'user_signedup',
      actor_email: admin.email,
      actor_id: admin.id,
      traits: { user_id: user.id, user_email: user.email },
    });
  }),
  check(
    'a provider’s ways in are a sign-up, a login and an accepted invitation',
    ['provider', 'mail', 'clock'],
    async (t) => {
      const email = t.newEmail();
      await through(t, { email });
      await t.advance(2);
      await through(t, { email });
      await t.advance(2);
      const invited = await t.invited();
      await through(t, { email: invited.email }, { inviteToken: invited.token });
      expect((await mine(t)).map(({ payload }) => [payload.action, payload.actor_email])).toEqual([
        ['user_signedup', email],
        ['login', email],
        ['invite_accepted', invited.email],
      ]);
    },
  ),
  check('what an event undid is not written down', ['hooks', 'autoconfirm'], async (t) => {
    const email = t.newEmail();
    t.hooks.reply(email, 'signup', { status: 500 });
    await t.signup(email);
    expect(await mine(t)).toEqual([]);
  }),
  check('scopes are author, action and type, a part in any letter case', [], async (t) => {
    await t.signedIn({ user_metadata: { full_name: `Name ${t.tag.toUpperCase()}n` } });
    expect(actions(await mine(t, `author:name ${t.tag}N`))).toEqual(['login']);
    const logins = await mine(t, 'action:LOGI');
    expect(new Set(actions(logins))).toEqual(new Set(['login']));
    const types = await mine(t, 'type:team');
    expect(new Set(types.map(({ payload }) => payload.log_type))).toEqual(new Set(['team']));
    expect((await mine(t, 'author:')).length).toBeGreaterThan(1);
  }),
  check('another scope, or none, is refused', [], async (t) => {
    for (const query of ['color:red', 'login', ':x', 'Author:x']) {
      const answer = await t.operator(`/admin/audit?query=${encodeURIComponent(query)}`);
      expectError(answer, 400, `Invalid query scope: ${query}`);
    }
  }),
  check('newest first, in pages, with the total and links', ['clock'], async (t) => {
    const member = await t.member();
    for (let count = 0; count < 3; count += 1) {
      await t.signIn(member);
      await t.advance(2);
    }
    const query = `query=author:${t.tag}`;
    const first = await t.operator(`/admin/audit?${query}&per_page=2`);
    const second = await t.operator(`/admin/audit?${query}&per_page=2&page=2`);
    expect([entries(first).length, entries(second).length]).toEqual([2, 1]);
    const times = [...entries(first), ...entries(second)].map((entry) => entry.created_at);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(first.headers.get('x-total-count')).toBe('3');
    expect((first.headers.get('link') ?? '').match(/rel="\w+"/g)).toEqual(['rel="next"', 'rel="last"']);
    expectError(
      await t.operator('/admin/audit?page=x'),
      400,
      'Bad Pagination Parameters: strconv.ParseUint: parsing "x": invalid syntax',
    );
  }),
];
