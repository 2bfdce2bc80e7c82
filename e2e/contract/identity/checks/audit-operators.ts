import { expect } from 'vitest';
import { check } from '../check';
import { makeJwt, userOf } from '../wire';
import { entries, mine, uuid } from './audit-log';

const nilUuid = '00000000-0000-0000-0000-000000000000';

/** Contract 5.1 and 5.6: acts upon somebody else, and whose name stands under them. */
export const auditOperatorChecks = [
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
    const entry = (await mine(t)).find(({ payload }) => payload.action === 'user_signedup');
    expect(entry?.payload).toMatchObject({
      actor_email: admin.email,
      actor_id: admin.id,
      traits: { user_id: user.id, user_email: user.email },
    });
  }),
  check('the system’s JWT has no address', ['secret'], async (t) => {
    const member = await t.member();
    const bearer = makeJwt({ sub: '0', exp: Math.floor(Date.now() / 1000) + 60 }, t.secret);
    await t.ask(`/admin/users/${member.id}`, { method: 'DELETE', bearer });
    const deletions = await mine(t, 'action:user_deleted');
    const entry = deletions.find(({ payload }) => JSON.stringify(payload.traits).includes(member.id));
    expect(entry?.payload).toMatchObject({ actor_id: nilUuid, actor_email: '' });
  }),
];
