import { beforeEach, describe, expect, it } from 'vitest';
import * as removedComments from '@/app/api/films/[slug]/removed-comments/route';
import type { RouteAnswer } from '@/e2e/fixtures/call-route';
import { takeExpiredTags } from '@/e2e/fixtures/next-cache';
import { planStages, recordCommands } from '@/e2e/fixtures/recorded-commands';
import {
  callCommentsRoute as callRoute,
  commentId,
  writeComments,
  useCommentsDatabase,
  readComments,
} from '@/e2e/fixtures/comments';
import type { TestAccount } from '@/e2e/fixtures/test-identity';
import { setBan } from '@/lib/auth/bans';
import { softDeleteComment } from '@/lib/comments/comment-changes';
import { importComments } from '@/lib/comments/bulk';
import { listRemovedComments } from '@/lib/comments/listings';
import { DELETE, POST } from './route';

const id = commentId(1);
const users = useCommentsDatabase();

function remove(of = id, by: TestAccount | null = users.staff, reason = 'Off the subject.') {
  const session = by && { accessToken: by.accessToken };
  return callRoute(POST, { method: 'POST', params: { id: of }, body: { reason }, ...session });
}
function restore(of = id, by: TestAccount | null = users.staff): Promise<RouteAnswer> {
  const session = by && { accessToken: by.accessToken };
  return callRoute(DELETE, { method: 'DELETE', params: { id: of }, ...session });
}
async function removedFor(by: TestAccount, slug = 'up'): Promise<RouteAnswer> {
  return callRoute(removedComments.GET, { params: { slug }, accessToken: by.accessToken });
}

describe('POST /api/comments/[id]/removal: 200', () => {
  it('hides a comment without replies, and still shows it to its author and to staff', async () => {
    await writeComments({ n: 1, by: users.oona, spoiler: true }, { n: 2, by: users.pat });
    const { status, body } = await remove();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      comment: { id, state: 'removed', body: 'c1', spoiler: true, author: { name: 'Oona Reyes' } },
      parentId: null,
      reason: 'Off the subject.',
      isOwn: false,
    });
    const { items, total } = await readComments('up');
    expect([items.map((item: { body: string }) => item.body), total]).toEqual([['c2'], 1]);
    expect(takeExpiredTags()).toEqual(['comments:up', `member:${users.oona.id}`]);
  });

  it('leaves a stub of a comment with replies, which says who removed it and nothing else', async () => {
    await writeComments({ n: 1, by: users.oona }, { n: 2, by: users.pat, repliesTo: 1 });
    await remove();
    const { items, total } = await readComments('up');
    expect(items).toMatchObject([
      {
        id,
        state: 'removed',
        deletedBy: null,
        replyToId: null,
        author: null,
        body: '',
        content: [],
        replies: [{ body: 'c2' }],
      },
    ]);
    expect(total).toBe(1);
    expect(JSON.stringify(items)).not.toContain(users.oona.id);
  });

  it('drops the stub when its last reply goes too', async () => {
    await writeComments({ n: 1, by: users.oona }, { n: 2, by: users.pat, repliesTo: 1 });
    await remove();
    await remove(commentId(2));
    expect(await readComments('up')).toMatchObject({ items: [], total: 0 });
  });

  it('leaves the first reason when it comes again', async () => {
    await writeComments({ n: 1, by: users.oona });
    await remove();
    expect((await remove(id, users.staff, 'Another reason.')).body.reason).toBe('Off the subject.');
  });

  it('takes a reason that looks like a field of the database as it is', async () => {
    await writeComments({ n: 1, by: users.oona });
    expect((await remove(id, users.staff, '$body')).body.reason).toBe('$body');
  });

  it('removes what a banned member and what a guest wrote, one by one', async () => {
    await writeComments({ n: 1, by: users.pat }, { n: 2, by: users.pat });
    const words = { authorId: null, authorName: 'Guest', body: 'c3', createdAt: new Date(0) };
    await importComments([{ id: commentId(3), filmId: 'up', ...words }]);
    await setBan(users.pat.id, { reason: 'Advertisements.', until: null });
    await remove();
    await remove(commentId(3));
    expect((await readComments('up')).items.map(({ body }: { body: string }) => body)).toEqual(['c2']);
    await setBan(users.pat.id, { reason: 'Advertisements.', until: new Date(0) });
    expect(takeExpiredTags()).toEqual(['comments:up', `member:${users.pat.id}`]);
  });
});

describe('DELETE /api/comments/[id]/removal: 200', () => {
  it('puts a comment back where it was, with its replies', async () => {
    await writeComments(
      { n: 1, by: users.oona },
      { n: 2, by: users.pat, repliesTo: 1 },
      { n: 3, by: users.pat },
    );
    const before = await readComments('up');
    await remove();
    takeExpiredTags();
    expect(await restore()).toMatchObject({ status: 200, body: { id, state: 'visible', body: 'c1' } });
    expect(await readComments('up')).toEqual(before);
    expect(takeExpiredTags()).toEqual(['comments:up', `member:${users.oona.id}`]);
  });

  it('changes nothing of what is visible', async () => {
    await writeComments({ n: 1, by: users.oona });
    expect(await restore()).toMatchObject({ status: 200, body: { state: 'visible' } });
  });
});

describe.each([
  ['POST', (of: string, by: TestAccount | null) => remove(of, by)],
  ['DELETE', (of: string, by: TestAccount | null) => restore(of, by)],
] as const)('%s, refused', (_, act) => {
  it('401 without a session, 403 for members, their own comment included', async () => {
    await writeComments({ n: 1, by: users.oona });
    expect(await act(id, null)).toMatchObject({ status: 401, body: { code: 'session-required' } });
    expect(await act(id, users.oona)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(takeExpiredTags()).toEqual([]);
  });

  it('404 for none', async () => {
    expect(await act('f'.repeat(24), users.staff)).toMatchObject({ status: 404 });
  });

  it('409 for one that was deleted: its words are gone', async () => {
    await writeComments({ n: 1, by: users.oona });
    await softDeleteComment(id, 'author', new Date());
    expect(await act(id, users.staff)).toMatchObject({ status: 409, body: { code: 'conflict' } });
  });
});

describe('what was removed', () => {
  beforeEach(async () => {
    await writeComments(
      { n: 1, by: users.oona },
      { n: 2, by: users.oona, repliesTo: 1 },
      { n: 3, by: users.pat },
      { n: 4, by: users.pat, filmId: 'brazil' },
    );
    for (const n of [1, 2, 3, 4]) await remove(commentId(n));
  });
  const ids = ({ body }: RouteAnswer) =>
    body.items.map((item: { comment: { id: string } }) => item.comment.id);

  it('is shown to staff, all of it, the last removal first', async () => {
    const answer = await removedFor(users.staff);
    expect(ids(answer)).toEqual([commentId(3), commentId(2), commentId(1)]);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });

  it('shows a removed comment to its author, with the reason, and to nobody else', async () => {
    const answer = await removedFor(users.oona);
    expect(ids(answer)).toEqual([commentId(2), commentId(1)]);
    expect(answer.body.items[0]).toMatchObject({
      comment: { body: 'c2', content: [{ type: 'paragraph' }], author: { name: 'Oona Reyes' } },
      parentId: commentId(1),
      reason: 'Off the subject.',
      removedAt: expect.stringMatching(/^\d{4}-/),
      isOwn: true,
    });
    const everywhere = [await readComments('up'), await readComments('brazil')];
    expect(JSON.stringify(everywhere)).not.toContain('Off the subject.');
  });

  it('lets its author delete a removed comment, for good', async () => {
    await softDeleteComment(commentId(1), 'author', new Date());
    expect(ids(await removedFor(users.staff))).toEqual([commentId(3), commentId(2)]);
  });

  it('is read by an index', async () => {
    const reader = { id: users.oona.id, roles: ['member'] };
    const commands = await recordCommands(() => listRemovedComments('up', reader));
    expect(commands.map(({ name, collection }) => `${name} ${collection}`)).toEqual([
      'find comments',
      'find members',
    ]);
    for (const command of commands) expect(await planStages(command)).not.toContain('COLLSCAN');
  });

  it('404 on a film that we do not have', async () => {
    expect(await removedFor(users.staff, 'nothing')).toMatchObject({ status: 404 });
  });
});
