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
import { recordIdentityCalls } from '@/e2e/fixtures/test-identity';
import { softDeleteComment, removeStoredComment } from '@/lib/comments/comment-changes';
import { ensureFilms } from '@/lib/films/films';
import { up } from '@/e2e/fixtures/programme-data';
import { GET } from './route';

const users = useCommentsDatabase();
beforeEach(async () => {
  await writeComments(
    { n: 1, by: users.oona },
    { n: 2, by: users.pat, repliesTo: 1 },
    { n: 3, by: users.staff, repliesTo: 1, body: 'It is *signed*.' },
    { n: 4, by: users.pat },
  );
});

const thread = (n: number): Promise<RouteAnswer> => callRoute(GET, { params: { id: commentId(n) } });
const removal = () => ({ reason: 'Off the subject.', by: users.staff.id, at: new Date() });

describe('GET /api/comments/[id]/thread: 200', () => {
  it.each([
    ['a comment', 1],
    ['a reply', 3],
  ])('is the whole thread of %s, and its film', async (_, n) => {
    const { status, headers, body } = await thread(n);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(body).toMatchObject({
      film: { slug: 'up', title: 'Up' },
      comment: {
        id: commentId(1),
        body: 'c1',
        replies: [{ body: 'c2', author: { name: 'Pat Moran' } }, { author: { staff: true } }],
      },
    });
    expect(body.comment.replies).toHaveLength(2);
    expect(JSON.stringify(body)).not.toContain(users.oona.email);
  });

  it('is a thread whose beginning is gone', async () => {
    await softDeleteComment(commentId(1), 'author', new Date());
    expect((await thread(2)).body.comment).toMatchObject({ state: 'deleted', body: '', author: null });
    expect((await thread(1)).body.comment).toMatchObject({ state: 'deleted', replies: [{}, {}] });
  });

  it('asks the database four times beyond the limit, each by an index, and Identity never', async () => {
    await thread(3);
    let commands: Awaited<ReturnType<typeof recordCommands>> = [];
    const calls = await recordIdentityCalls(async () => {
      commands = await recordCommands(() => thread(3));
    });
    const queries = commands.filter(({ collection }) => collection !== 'rate-limits');
    expect(commands.length - queries.length).toBe(1);
    expect(queries.map(({ name, collection }) => `${name} ${collection}`).toSorted()).toEqual([
      'aggregate comments',
      'find comments',
      'find films',
      'find members',
    ]);
    for (const command of commands) expect(await planStages(command)).not.toContain('COLLSCAN');
    expect(calls).toEqual([]);
  });
});

describe('GET /api/comments/[id]/thread: 404', () => {
  it.each([
    ['none', 9, async () => undefined],
    ['a deleted one without answers', 4, () => softDeleteComment(commentId(4), 'author', new Date())],
    ['a removed one without answers', 4, () => removeStoredComment(commentId(4), removal())],
    ['a removed reply', 2, () => removeStoredComment(commentId(2), removal())],
    ['one on a film that we no longer have', 1, () => emptyCollections('films')],
  ])('for %s', async (_, n, happened) => {
    await happened();
    expect(await thread(n)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    await ensureFilms([up]);
  });
});
