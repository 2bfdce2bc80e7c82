import { expect } from 'vitest';
import { check } from '../check';
import type { Answer } from '../http';
import { expectError } from '../wire';
import { actions, entries, mine, uuid } from './audit-log';
import { through } from './oauth-flow';

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
    const list = (await mine(t)).filter(({ payload }) => payload.action !== 'login');
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
