import { beforeEach, describe, expect, it } from 'vitest';
import type { RouteAnswer } from '@/e2e/fixtures/call-route';
import { planStages, recordCommands } from '@/e2e/fixtures/recorded-commands';
import {
  callCommentsRoute as callRoute,
  commentId,
  writeComments,
  useCommentsDatabase,
} from '@/e2e/fixtures/comments';
import { emptyCollections } from '@/e2e/fixtures/test-database';
import type { TestAccount } from '@/e2e/fixtures/test-identity';
import * as comments from '@/app/api/films/[slug]/comments/route';
import { removeStoredComment, softDeleteComment } from '@/lib/comments/comment-changes';
import { listMyReplies, markRepliesRead } from '@/lib/comments/listings';
import { GET } from './route';
import { POST } from './seen/route';

const users = useCommentsDatabase();

function replies(by: TestAccount | null = users.oona, query = ''): Promise<RouteAnswer> {
  const session = by && { accessToken: by.accessToken };
  return callRoute(GET, { path: `/api/me/replies${query}`, ...session });
}
function see(until: string, by: TestAccount | null = users.oona): Promise<RouteAnswer> {
  const session = by && { accessToken: by.accessToken };
  return callRoute(POST, { method: 'POST', body: { until }, ...session });
}
const shown = ({ body }: RouteAnswer): string[] =>
  body.items.map((item: { comment: { body: string }; isNew: boolean }) =>
    item.isNew ? `${item.comment.body} new` : item.comment.body,
  );

describe('GET /api/me/replies: 200', () => {
  it('lists the replies of others to my comments, newest first, all of them new at first', async () => {
    await writeComments(
      { n: 1, by: users.oona },
      { n: 2, by: users.pat, repliesTo: 1 },
      { n: 3, by: users.oona, repliesTo: 1 },
      { n: 4, by: users.pat },
      { n: 5, by: users.staff, repliesTo: 4 },
      { n: 6, by: users.staff, repliesTo: 1 },
    );
    const answer = await replies();
    expect(answer.body).toMatchObject({
      items: [
        {
          comment: { body: 'c6', author: { name: 'Sam Staff', staff: true } },
          film: { slug: 'up', title: 'Up' },
          parentId: commentId(1),
          isNew: true,
        },
        { comment: { body: 'c2' }, isNew: true },
      ],
      nextCursor: null,
      newCount: 2,
    });
    expect(answer.body.items).toHaveLength(2);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(shown(await replies(users.pat))).toEqual(['c5 new']);
  });

  it('lists a reply that was posted here, and none of one’s own', async () => {
    await writeComments({ n: 1, by: users.oona });
    for (const by of [users.oona, users.pat]) {
      await emptyCollections('posting-limits');
      const answer = await callRoute(comments.POST, {
        method: 'POST',
        params: { slug: 'up' },
        body: { body: `From ${by.id}.`, replyToId: commentId(1) },
        accessToken: by.accessToken,
        headers: { 'idempotency-key': `answer-by-${by.id}` },
      });
      expect(answer.status).toBe(201);
    }
    expect(shown(await replies())).toEqual([`From ${users.pat.id}. new`]);
  });

  it('tells the author of a reply of a reply to it, and not who began', async () => {
    await writeComments({ n: 1, by: users.oona }, { n: 2, by: users.pat, repliesTo: 1 });
    const answer = await callRoute(comments.POST, {
      method: 'POST',
      params: { slug: 'up' },
      body: { body: 'To Pat.', replyToId: commentId(2) },
      accessToken: users.staff.accessToken,
      headers: { 'idempotency-key': 'answer-to-an-answer' },
    });
    expect(answer.status).toBe(201);
    expect(shown(await replies(users.pat))).toEqual(['To Pat. new']);
    expect(shown(await replies())).toEqual(['c2 new']);
  });

  it('leaves out what was deleted or removed', async () => {
    await writeComments(
      { n: 1, by: users.oona },
      { n: 2, by: users.pat, repliesTo: 1 },
      { n: 3, by: users.pat, repliesTo: 1 },
    );
    await softDeleteComment(commentId(2), 'author', new Date());
    await removeStoredComment(commentId(3), { reason: 'x', by: users.staff.id, at: new Date() });
    expect((await replies()).body).toMatchObject({ items: [], newCount: 0 });
  });

  it('goes on where the page before ended, and counts all that is new', async () => {
    const list = Array.from({ length: 25 }, (_, n) => ({ n: n + 2, by: users.pat, repliesTo: 1 }));
    await writeComments({ n: 1, by: users.oona }, ...list);
    const first = await replies();
    expect([first.body.items.length, first.body.newCount]).toEqual([20, 25]);
    const second = await replies(users.oona, `?cursor=${first.body.nextCursor}`);
    expect(shown(second)).toEqual(['c6 new', 'c5 new', 'c4 new', 'c3 new', 'c2 new']);
  });
});

describe('what was seen', () => {
  beforeEach(() =>
    writeComments(
      { n: 1, by: users.oona },
      { n: 2, by: users.pat, repliesTo: 1 },
      { n: 3, by: users.pat, repliesTo: 1 },
    ),
  );

  it('is new no more, and what came after it still is', async () => {
    expect(await see('2026-11-20T18:02:00.000Z')).toMatchObject({ status: 200, body: { newCount: 1 } });
    expect(shown(await replies())).toEqual(['c3 new', 'c2']);
    expect((await see('2026-11-20T18:03:00.000Z')).body).toEqual({ newCount: 0 });
    expect(shown(await replies())).toEqual(['c3', 'c2']);
  });

  it('stays seen when an older moment comes late, or all at once', async () => {
    const moments = [3, 2, 1].map((minute) => `2026-11-20T18:0${minute}:00.000Z`);
    await Promise.all(moments.map((until) => see(until)));
    expect((await see('2026-11-20T18:00:00.000Z')).body).toEqual({ newCount: 0 });
  });

  it('is never in the future, whatever a browser’s clock says', async () => {
    await see('2999-01-01T12:00:00.000Z');
    await writeComments({ n: 4, by: users.pat, repliesTo: 1, createdAt: new Date(Date.now() + 60_000) });
    expect((await markRepliesRead(users.pat.id, new Date(0), new Date())).newCount).toBe(0);
    expect((await replies()).body.newCount).toBe(0);
  });

  it('belongs to each member alone', async () => {
    await see('2026-11-20T18:03:00.000Z', users.pat);
    expect((await replies()).body.newCount).toBe(2);
  });
});

describe('the cost', () => {
  it('is five queries, each by an index', async () => {
    await writeComments({ n: 1, by: users.oona }, { n: 2, by: users.pat, repliesTo: 1 });
    const commands = await recordCommands(() => listMyReplies(users.oona.id));
    expect(commands.map(({ name, collection }) => `${name} ${collection}`).toSorted()).toEqual([
      'aggregate comments',
      'find comment-readers',
      'find comments',
      'find films',
      'find members',
    ]);
    for (const command of commands) expect(await planStages(command)).not.toContain('COLLSCAN');
  });
});

it('GET /api/me/replies: 401 without a session', async () => {
  expect(await replies(null)).toMatchObject({ status: 401, body: { code: 'session-required' } });
  expect(await see('2026-11-20T18:00:00.000Z', null)).toMatchObject({ status: 401 });
});

it.each(['yesterday', '2026-11-20', '2026-11-20T18:00:00+01:00', 5])(
  '422 for the moment %j',
  async (until) => {
    const answer = await callRoute(POST, {
      method: 'POST',
      body: { until },
      accessToken: users.oona.accessToken,
    });
    expect([answer.status, answer.body.errors[0].path]).toEqual([422, 'body.until']);
  },
);
