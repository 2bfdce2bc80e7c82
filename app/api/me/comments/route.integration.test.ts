import { describe, expect, it } from 'vitest';
import type { RouteAnswer } from '@/e2e/fixtures/call-route';
import { planStages, recordCommands } from '@/e2e/fixtures/recorded-commands';
import {
  callCommentsRoute as callRoute,
  commentId,
  writeComments,
  useCommentsDatabase,
} from '@/e2e/fixtures/comments';
import type { TestAccount } from '@/e2e/fixtures/test-identity';
import { removeStoredComment, softDeleteComment } from '@/lib/comments/comment-changes';
import { listMyComments } from '@/lib/comments/listings';
import { GET } from './route';

const users = useCommentsDatabase();

function mine(by: TestAccount | null, query = ''): Promise<RouteAnswer> {
  const session = by && { accessToken: by.accessToken };
  return callRoute(GET, { path: `/api/me/comments${query}`, ...session });
}

describe('GET /api/me/comments: 200', () => {
  it('lists what I wrote on whatever film, newest first, what was removed with the reason', async () => {
    await writeComments(
      { n: 1, by: users.oona },
      { n: 2, by: users.pat },
      { n: 3, by: users.oona, repliesTo: 2, filmId: 'brazil' },
      { n: 4, by: users.oona },
    );
    await softDeleteComment(commentId(4), 'author', new Date());
    const at = new Date('2026-11-20T19:00:00Z');
    await removeStoredComment(commentId(1), { reason: 'Off the subject.', by: users.staff.id, at });
    const { status, headers, body } = await mine(users.oona);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(body).toMatchObject({
      items: [
        {
          comment: { body: 'c3', state: 'visible' },
          film: { slug: 'brazil', title: 'Brazil' },
          parentId: commentId(2),
          removal: null,
        },
        {
          comment: { body: 'c1', state: 'removed' },
          film: { slug: 'up', title: 'Up' },
          parentId: null,
          removal: { reason: 'Off the subject.', at: '2026-11-20T19:00:00.000Z' },
        },
      ],
      nextCursor: null,
    });
    expect(JSON.stringify(body)).not.toContain(users.staff.id);
  });

  it('goes on where the page before ended', async () => {
    await writeComments(...Array.from({ length: 21 }, (_, n) => ({ n: n + 1, by: users.oona })));
    const first = await mine(users.oona);
    expect(first.body.items).toHaveLength(20);
    const second = await mine(users.oona, `?cursor=${first.body.nextCursor}`);
    expect(second.body).toMatchObject({ items: [{ comment: { body: 'c1' } }], nextCursor: null });
  });

  it('is three queries, each by an index', async () => {
    await writeComments({ n: 1, by: users.oona });
    const commands = await recordCommands(() => listMyComments(users.oona.id));
    expect(commands.map(({ name, collection }) => `${name} ${collection}`).toSorted()).toEqual([
      'find comments',
      'find films',
      'find members',
    ]);
    for (const command of commands) expect(await planStages(command)).not.toContain('COLLSCAN');
  });
});

it('GET /api/me/comments: 401 without a session', async () => {
  expect(await mine(null)).toMatchObject({ status: 401, body: { code: 'session-required' } });
});

it('GET /api/me/comments: 422 for a cursor that is not ours', async () => {
  const { status, body } = await mine(users.oona, '?cursor=abc');
  expect([status, body.errors[0].path]).toEqual([422, 'query.cursor']);
});
