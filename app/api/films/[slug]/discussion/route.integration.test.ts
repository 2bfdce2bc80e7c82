import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as comments from '@/app/api/films/[slug]/comments/route';
import * as comment from '@/app/api/comments/[id]/route';
import type { RouteAnswer } from '@/e2e/fixtures/call-route';
import { takeExpiredTags } from '@/e2e/fixtures/next-cache';
import {
  callCommentsRoute as callRoute,
  commentId,
  writeComments,
  useCommentsDatabase,
} from '@/e2e/fixtures/comments';
import type { TestAccount } from '@/e2e/fixtures/test-identity';
import { PUT } from './route';

const users = useCommentsDatabase();
afterEach(() => {
  vi.unstubAllEnvs();
});

function put(body: unknown, by: TestAccount | null = users.staff, slug = 'up'): Promise<RouteAnswer> {
  const session = by && { accessToken: by.accessToken };
  return callRoute(PUT, { method: 'PUT', params: { slug }, body, ...session });
}
function post(body: string, by = users.oona, key: string = randomUUID()): Promise<RouteAnswer> {
  return callRoute(comments.POST, {
    method: 'POST',
    params: { slug: 'up' },
    body: { body },
    accessToken: by.accessToken,
    headers: { 'idempotency-key': key },
  });
}
const list = (slug = 'up') => callRoute(comments.GET, { params: { slug }, path: '/' });
const closed = { state: 'closed', reason: 'It went round in circles.' };

describe('PUT /api/films/[slug]/discussion: 200', () => {
  it('closes the discussion of one film for everybody, with a reason that all can read', async () => {
    await writeComments({ n: 1, by: users.oona });
    const answer = await put(closed);
    expect(answer).toMatchObject({ status: 200, body: closed });
    expect(takeExpiredTags()).toEqual(['comments:up']);
    expect((await list()).body).toMatchObject({ items: [{ body: 'c1' }], total: 1, discussion: closed });
    expect((await list('brazil')).body.discussion).toEqual({ state: 'open', reason: null });
    for (const by of [users.oona, users.staff]) {
      expect(await post('x', by)).toMatchObject({ status: 403, body: { code: 'discussion-closed' } });
    }
  });

  it('opens it again', async () => {
    await put(closed);
    expect(await put({ state: 'open' })).toMatchObject({
      status: 200,
      body: { state: 'open', reason: null },
    });
    expect((await post('At last.')).status).toBe(201);
    expect((await list()).body.discussion).toEqual({ state: 'open', reason: null });
  });

  it('takes the last of two reasons, and the same one twice', async () => {
    await put(closed);
    await put({ state: 'closed', reason: 'Enough.' });
    expect((await put({ state: 'closed', reason: 'Enough.' })).body.reason).toBe('Enough.');
    expect((await list()).body.discussion.reason).toBe('Enough.');
  });

  it('takes one of ten requests of the staff at once, and responds to each', async () => {
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, n) => put({ state: 'closed', reason: `Reason ${n}.` })),
    );
    expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(all.map(({ body }) => body.reason)).toContain((await list()).body.discussion.reason);
  });

  it('lets people delete their comments', async () => {
    await writeComments({ n: 1, by: users.oona });
    await put(closed);
    const { accessToken } = users.oona;
    const params = { id: commentId(1) };
    expect((await callRoute(comment.DELETE, { method: 'DELETE', params, accessToken })).status).toBe(204);
  });

  it('gives a repeated request for a comment that was posted in time its first response', async () => {
    const first = await post('Once.', users.oona, 'key-before-closing');
    await put(closed);
    expect(await post('Once.', users.oona, 'key-before-closing')).toMatchObject({
      status: 201,
      body: first.body,
    });
  });
});

describe('a site with comments turned off', () => {
  it('says so on each film and refuses posts and edits, and still shows the comments', async () => {
    await writeComments({ n: 1, by: users.oona, createdAt: new Date() });
    await put(closed);
    vi.stubEnv('COMMENTS_ENABLED', 'False');
    const page = await list();
    expect(page.body).toMatchObject({ items: [{ body: 'c1' }], discussion: { state: 'off', reason: null } });
    expect((await list('brazil')).body.discussion).toEqual({ state: 'off', reason: null });
    expect(await post('x')).toMatchObject({ status: 403, body: { code: 'comments-disabled' } });
    const { accessToken } = users.oona;
    const call = { method: 'PATCH', params: { id: commentId(1) }, accessToken };
    const edited = await callRoute(comment.PATCH, { ...call, body: { body: 'y', spoiler: false } });
    expect(edited).toMatchObject({ status: 403, body: { code: 'comments-disabled' } });
    expect((await callRoute(comment.DELETE, { ...call, method: 'DELETE' })).status).toBe(204);
  });

  it.each(['', 'true'])('is not one with COMMENTS_ENABLED=%j', async (value) => {
    vi.stubEnv('COMMENTS_ENABLED', value);
    expect((await post('x')).status).toBe(201);
  });
});

describe('refused', () => {
  it('401 without a session, 403 for members', async () => {
    expect(await put(closed, null)).toMatchObject({ status: 401, body: { code: 'session-required' } });
    expect(await put(closed, users.oona)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await list()).body.discussion.state).toBe('open');
  });

  it('404 for a film that we do not have', async () => {
    expect(await put(closed, users.staff, 'nothing')).toMatchObject({ status: 404 });
  });

  it.each([
    ['closing without a reason', { state: 'closed' }, 'body.reason'],
    ['a reason of blanks', { state: 'closed', reason: ' \n ' }, 'body.reason'],
    ['what only the house can do', { state: 'off' }, 'body.state'],
    ['no state', { reason: 'x' }, 'body.state'],
    ['a reason to open', { state: 'open', reason: 'x' }, 'body.reason'],
  ])('422 for %s', async (_, body, path) => {
    const answer = await put(body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].path).toBe(path);
  });
});
