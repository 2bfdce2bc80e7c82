import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callRoute, type RouteAnswer } from '@/e2e/fixtures/call-route';
import { planStages, recordCommands } from '@/e2e/fixtures/recorded-commands';
import {
  commentId,
  emptyComments,
  said,
  type CommentsDatabase,
  useCommentsDatabase,
} from '@/e2e/fixtures/comments-database';
import type { TestAccount } from '@/e2e/fixtures/test-identity';
import { removeStoredComment, softDeleteComment } from '@/lib/comments/comment-changes';
import { listMyComments } from '@/lib/comments/my-listings';
import { GET } from './route';

let house: CommentsDatabase;
beforeAll(async () => (house = await useCommentsDatabase()));
afterAll(() => house.drop());
beforeEach(() => emptyComments());

function mine(by: TestAccount | null, query = ''): Promise<RouteAnswer> {
  const session = by && { accessToken: by.accessToken };
  return callRoute(GET, { path: `/api/me/comments${query}`, ...session });
}

describe('200', () => {
  it('lists what I wrote on whatever film, newest first, what was removed with the reason', async () => {
    await said(
      { n: 1, by: house.oona },
      { n: 2, by: house.pat },
      { n: 3, by: house.oona, answers: 2, filmId: 'brazil' },
      { n: 4, by: house.oona },
    );
    await softDeleteComment(commentId(4), 'author', new Date());
    const at = new Date('2026-11-20T19:00:00Z');
    await removeStoredComment(commentId(1), { reason: 'Off the subject.', by: house.staff.id, at });
    const { status, headers, body } = await mine(house.oona);
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
    expect(JSON.stringify(body)).not.toContain(house.staff.id);
  });

  it('goes on where the page before ended', async () => {
    await said(...Array.from({ length: 21 }, (_, n) => ({ n: n + 1, by: house.oona })));
    const first = await mine(house.oona);
    expect(first.body.items).toHaveLength(20);
    const second = await mine(house.oona, `?cursor=${first.body.nextCursor}`);
    expect(second.body).toMatchObject({ items: [{ comment: { body: 'c1' } }], nextCursor: null });
  });

  it('is three queries, each by an index', async () => {
    await said({ n: 1, by: house.oona });
    const commands = await recordCommands(() => listMyComments(house.oona.id));
    expect(commands.map(({ name, collection }) => `${name} ${collection}`).toSorted()).toEqual([
      'find comments',
      'find films',
      'find members',
    ]);
    for (const command of commands) expect(await planStages(command)).not.toContain('COLLSCAN');
  });
});

it('401 without a session', async () => {
  expect(await mine(null)).toMatchObject({ status: 401, body: { code: 'session-required' } });
});

it('422 for a cursor that is not ours', async () => {
  const { status, body } = await mine(house.oona, '?cursor=abc');
  expect([status, body.errors[0].path]).toEqual([422, 'query.cursor']);
});
