import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RouteAnswer } from '@/e2e/fixtures/call-route';
import { takeExpiredTags } from '@/e2e/fixtures/next-cache';
import { planStages, recordCommands } from '@/e2e/fixtures/recorded-commands';
import {
  callCommentsRoute as callRoute,
  commentId,
  endPostingPause,
  writeComments,
  useCommentsDatabase,
} from '@/e2e/fixtures/comments';
import type { TestAccount } from '@/e2e/fixtures/test-identity';
import { removeStoredComment } from '@/lib/comments/comment-changes';
import { postComment } from '@/lib/comments/post-comment';
import type { CommentInput } from '@/lib/comments/schema';
import { GET, POST } from './route';

const users = useCommentsDatabase();

interface Post {
  body: string;
  spoiler?: boolean;
  replyToId?: string | null;
}

function post(input: Post, by: TestAccount = users.oona, key: string = randomUUID()): Promise<RouteAnswer> {
  return callRoute(POST, {
    method: 'POST',
    path: '/api/films/up/comments',
    params: { slug: 'up' },
    body: input,
    accessToken: by.accessToken,
    headers: { 'idempotency-key': key },
  });
}
const list = () => callRoute(GET, { path: '/api/films/up/comments', params: { slug: 'up' } });

describe('a comment', () => {
  it('stores that it is a spoiler, and expires the discussion and its author’s page', async () => {
    const answer = await post({ body: 'The house lands.', spoiler: true });
    expect(answer.body).toMatchObject({ spoiler: true, editedAt: null });
    expect((await list()).body.items).toMatchObject([{ spoiler: true }]);
    expect(takeExpiredTags()).toEqual(['comments:up', `member:${users.oona.id}`]);
  });

  it('is another one with the mark and without: one key, two bodies', async () => {
    await post({ body: 'The house lands.', spoiler: true }, users.oona, 'key-spoiler-1');
    const answer = await post({ body: 'The house lands.' }, users.oona, 'key-spoiler-1');
    expect(answer).toMatchObject({ status: 409, body: { code: 'idempotency-key-reused' } });
  });

  it('expires nothing when it is refused', async () => {
    await post({ body: 'One.' });
    takeExpiredTags();
    expect((await post({ body: 'Two.' })).status).toBe(429);
    expect(takeExpiredTags()).toEqual([]);
  });

  const costOf = async (input: CommentInput) => {
    const author = { id: users.oona.id, name: 'Oona Reyes', roles: ['member'], createdAt: new Date() };
    const idempotencyKey = randomUUID();
    const request = { author, slug: 'up', input, idempotencyKey, now: new Date() };
    const commands = await recordCommands(() => postComment(request));
    for (const command of commands) expect(await planStages(command)).not.toContain('COLLSCAN');
    return commands.map(({ name, collection }) => `${name} ${collection}`);
  };

  it('costs four commands, each by an index; a reply two more, in a transaction', async () => {
    await writeComments({ n: 1, by: users.pat });
    await list();
    expect(await costOf({ body: 'And lands.' })).toEqual([
      'aggregate comments',
      'update posting-limits',
      'insert comments',
      'aggregate discussions',
    ]);
    await endPostingPause();
    // And the commit.
    expect(await costOf({ body: 'And flies.', replyToId: commentId(1) })).toEqual([
      'aggregate comments',
      'update posting-limits',
      'update comments',
      'insert comments',
      'aggregate discussions',
    ]);
  });

  it('costs two more for the session, and is not parsed when it is too early', async () => {
    await post({ body: 'The house lands.' });
    await endPostingPause();
    const whole = await recordCommands(() => post({ body: 'And flies.' }));
    // Links are counted in the Markdown, which is parsed last.
    const links = 'https://a.example https://b.example https://c.example https://d.example';
    expect((await post({ body: links })).body.code).toBe('posting-too-fast');
    expect(whole.map(({ name, collection }) => `${name} ${collection}`).toSorted()).toEqual([
      'aggregate comments',
      'aggregate discussions',
      'aggregate token-revocations',
      'find bans',
      'insert comments',
      'update posting-limits',
    ]);
  });
});

describe('the limits', () => {
  // What is left of a wait is counted from now, which stands still here.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() }));
  afterEach(() => void vi.useRealTimers());

  it('refuse the same words within six minutes, and say when they may come again', async () => {
    await post({ body: 'The house flies!' });
    await endPostingPause();
    const { status, headers, body } = await post({ body: 'the HOUSE flies' });
    expect([status, body.code]).toEqual([429, 'duplicate-comment']);
    expect(headers.get('retry-after')).toBe('360');
    expect(body.detail).toBe('You posted this already. Change it, or wait 6 minutes. We’ve kept your text.');
    expect((await post({ body: 'It flies.' })).status).toBe(201);
  });

  it('refuse the twenty-first comment of an account that is younger than a day', async () => {
    for (let n = 0; n < 20; n += 1) {
      await endPostingPause();
      expect((await post({ body: `c${n}` })).status).toBe(201);
    }
    await endPostingPause();
    const { status, headers, body } = await post({ body: 'c20' });
    expect([status, body.code]).toEqual([429, 'new-account-limit']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(23 * 3600);
    expect(body.detail).toBe(
      'New accounts can post 20 comments on their first day. Yours is a day old in 24 hours. We’ve kept your text.',
    );
    expect((await list()).body.total).toBe(20);
  });

  it('take three links and refuse the fourth, without a turn', async () => {
    const three = '[a](https://a.example) and https://b.example and <https://c.example>';
    const refused = await post({ body: `${three} and www.d.example` });
    expect(refused).toMatchObject({ status: 422, body: { code: 'too-many-links' } });
    expect((await post({ body: three })).status).toBe(201);
  });

  it('count a repeated key once, whatever it meets', async () => {
    const keys = Array.from({ length: 20 }, (_, n) => `key-of-comment-${n}`);
    for (const [n, key] of keys.entries()) {
      await endPostingPause();
      const all = await Promise.all([0, 1, 2].map(() => post({ body: `c${n}` }, users.oona, key)));
      expect(all.map(({ status }) => status)).toEqual([201, 201, 201]);
    }
    expect((await list()).body.total).toBe(20);
    await endPostingPause();
    expect((await post({ body: 'c20' })).body.code).toBe('new-account-limit');
    expect((await post({ body: 'c3' }, users.oona, 'key-of-comment-3')).status).toBe(201);
  });

  it('refuse a reply to a removed comment, and count nothing for it', async () => {
    await writeComments({ n: 1, by: users.pat });
    await removeStoredComment(commentId(1), { reason: 'x', by: users.staff.id, at: new Date() });
    const refused = await post({ body: 'Why?', replyToId: commentId(1) });
    expect(refused.body).toMatchObject({
      code: 'conflict',
      detail:
        'The comment you’re replying to was removed by staff in the meantime. Post yours as a new comment.',
    });
    expect((await post({ body: 'Why?' })).status).toBe(201);
  });
});
