import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { RouteAnswer } from '@/e2e/fixtures/call-route';
import { planStages, recordCommands } from '@/e2e/fixtures/recorded-commands';
import {
  callCommentsRoute as callRoute,
  commentId,
  writeComments,
  useCommentsDatabase,
} from '@/e2e/fixtures/comments';
import { databaseContents } from '@/e2e/fixtures/test-database';
import { askAsOperator, createAccount, recordIdentityCalls } from '@/e2e/fixtures/test-identity';
import { setBan } from '@/lib/auth/bans';
import { softDeleteComment, removeStoredComment } from '@/lib/comments/comment-changes';
import { ensureMember, markMemberDeleted } from '@/lib/members/members';
import { GET } from './route';

const users = useCommentsDatabase();

function page(id: string, query = ''): Promise<RouteAnswer> {
  return callRoute(GET, { path: `/api/members/${id}${query}`, params: { id } });
}

describe('GET /api/members/[id]: 200', () => {
  it('is a name, since when, and what is visible of them, newest first', async () => {
    await writeComments(
      { n: 1, by: users.oona },
      { n: 2, by: users.pat },
      { n: 3, by: users.oona, repliesTo: 2, filmId: 'brazil', spoiler: true },
      { n: 4, by: users.oona },
      { n: 5, by: users.oona },
    );
    await softDeleteComment(commentId(4), 'author', new Date());
    await removeStoredComment(commentId(5), { reason: 'x', by: users.staff.id, at: new Date() });
    const { status, headers, body } = await page(users.oona.id);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('private, no-store');
    const { created_at: madeAt } = await askAsOperator<{ created_at: string }>(
      'GET',
      `/admin/users/${users.oona.id}`,
    );
    expect(body).toMatchObject({
      member: {
        id: users.oona.id,
        name: 'Oona Reyes',
        kind: 'member',
        staff: false,
        joinedAt: new Date(madeAt).toISOString(),
      },
      comments: {
        items: [
          {
            comment: { body: 'c3', spoiler: true },
            film: { slug: 'brazil', title: 'Brazil' },
            parentId: commentId(2),
          },
          { comment: { body: 'c1' }, film: { slug: 'up', title: 'Up' }, parentId: null },
        ],
        nextCursor: null,
      },
    });
    expect(body.comments.items).toHaveLength(2);
    expect(JSON.stringify(body)).not.toContain('@');
  });

  it('is there for a member without comments', async () => {
    const id = randomUUID();
    await ensureMember({ id, name: 'Quiet', roles: ['staff'] }, new Date());
    expect((await page(id)).body).toEqual({
      member: { id, name: 'Quiet', kind: 'member', staff: true, joinedAt: null },
      comments: { items: [], nextCursor: null },
    });
  });

  it('is there for a banned member: their comments stay as they are', async () => {
    const banned = await createAccount({ name: 'Loud' });
    await writeComments({ n: 1, by: banned });
    await setBan(banned.id, { reason: 'Spoilers.', until: null });
    expect((await page(banned.id)).body).toMatchObject({
      member: { name: 'Loud' },
      comments: { items: [{ comment: { body: 'c1' } }] },
    });
  });

  it('goes on where the page before ended', async () => {
    await writeComments(...Array.from({ length: 21 }, (_, n) => ({ n: n + 1, by: users.pat })));
    const first = await page(users.pat.id);
    expect(first.body.comments.items).toHaveLength(20);
    const second = await page(users.pat.id, `?cursor=${first.body.comments.nextCursor}`);
    expect(second.body.comments).toMatchObject({ items: [{ comment: { body: 'c1' } }], nextCursor: null });
  });

  it('shows a changed name at once', async () => {
    await writeComments({ n: 1, by: users.pat });
    await page(users.pat.id);
    await ensureMember({ id: users.pat.id, name: 'Pat Ní Mhóráin', roles: ['member'] }, new Date());
    const { body } = await page(users.pat.id);
    expect([body.member.name, body.comments.items[0].comment.author.name]).toEqual([
      'Pat Ní Mhóráin',
      'Pat Ní Mhóráin',
    ]);
    await ensureMember({ id: users.pat.id, name: 'Pat Moran', roles: ['member'] }, new Date());
  });

  it('is four queries and the limit, each by an index, and no question', async () => {
    await writeComments({ n: 1, by: users.oona });
    await page(users.oona.id);
    let commands: Awaited<ReturnType<typeof recordCommands>> = [];
    const calls = await recordIdentityCalls(async () => {
      commands = await recordCommands(() => page(users.oona.id));
    });
    const queries = commands.filter(({ collection }) => collection !== 'rate-limits');
    expect(commands.length - queries.length).toBe(1);
    expect(queries.map(({ name, collection }) => `${name} ${collection}`).toSorted()).toEqual([
      'find comments',
      'find films',
      'find members',
      'find members',
    ]);
    for (const command of commands) expect(await planStages(command)).not.toContain('COLLSCAN');
    expect(calls).toEqual([]);
  });
});

describe('GET /api/members/[id]: 404', () => {
  it('for nobody, without asking Identity or writing anything', async () => {
    const stranger = await createAccount();
    // A read in ten is counted.
    const contents = async () => ({ ...(await databaseContents()), 'rate-limits': [] });
    const before = await contents();
    const calls = await recordIdentityCalls(async () => {
      for (const id of [randomUUID(), stranger.id]) {
        expect(await page(id)).toMatchObject({ status: 404, body: { code: 'not-found' } });
      }
    });
    expect(calls).toEqual([]);
    expect(await contents()).toEqual(before);
  });

  it('for somebody who has left: what they wrote stands on the films, without a name', async () => {
    const left = await createAccount();
    await writeComments({ n: 1, by: left });
    await markMemberDeleted(left.id, new Date());
    expect(await page(left.id)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
});

it.each(['', 'oona', '0'.repeat(24), '../me'])('422 for %j', async (id) => {
  const { status, body } = await page(id);
  expect([status, body.errors[0].path]).toEqual([422, 'params.id']);
});
