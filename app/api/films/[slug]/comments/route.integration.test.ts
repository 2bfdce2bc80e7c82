import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { RouteAnswer, RouteCall } from '@/e2e/fixtures/call-route';
import { callCommentsRoute as callRoute, useCommentsDatabase } from '@/e2e/fixtures/comments';
import { recordCommands } from '@/e2e/fixtures/recorded-commands';
import { emptyCollections } from '@/e2e/fixtures/test-database';
import { createAccount, recordIdentityCalls } from '@/e2e/fixtures/test-identity';
import { softDeleteComment } from '@/lib/comments/comment-changes';
import { GET, POST } from './route';

/** Where the limits of posting are counted. */
const LIMITS = 'posting-limits';
const users = useCommentsDatabase();

function list(query = '', slug = 'up'): Promise<RouteAnswer> {
  return callRoute(GET, { path: `/api/films/${slug}/comments${query}`, params: { slug } });
}

function post(body: unknown, call: RouteCall & { slug?: string } = {}): Promise<RouteAnswer> {
  const { slug = 'up', headers, ...rest } = call;
  return callRoute(POST, {
    method: 'POST',
    path: `/api/films/${slug}/comments`,
    params: { slug },
    body,
    accessToken: users.oona.accessToken,
    ...rest,
    headers: { 'idempotency-key': randomUUID(), ...headers },
  });
}

/** Posts without a pause between: what the limits have counted is taken away. */
async function posted(body: string, replyToId: string | null = null, by = users.oona): Promise<string> {
  await emptyCollections(LIMITS);
  const answer = await post({ body, replyToId }, { accessToken: by.accessToken });
  expect(answer.status).toBe(201);
  return answer.body.id;
}

describe('GET /api/films/[slug]/comments', () => {
  describe('200', () => {
    it('lists comments with names, newest first, replies inside', async () => {
      const first = await posted('The house flies.');
      await posted('And lands.', first, users.staff);
      await posted('Squirrel!');
      const { status, headers, body } = await list();
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toBe('private, no-store');
      expect(body).toMatchObject({
        items: [
          {
            body: 'Squirrel!',
            author: { id: users.oona.id, name: 'Oona Reyes', kind: 'member', staff: false },
          },
          {
            id: first,
            body: 'The house flies.',
            replies: [{ body: 'And lands.', author: { name: 'Sam Staff', staff: true } }],
          },
        ],
        nextCursor: null,
        total: 3,
      });
      expect(JSON.stringify(body)).not.toContain(users.oona.email);
    });

    it('is empty for a film without comments', async () => {
      expect((await list('', 'brazil')).body).toEqual({
        items: [],
        nextCursor: null,
        total: 0,
        discussion: { state: 'open', reason: null },
      });
    });

    it('goes on where the page before ended', async () => {
      for (let n = 1; n <= 21; n += 1) await posted(`c${n}`);
      const first = await list();
      expect(first.body.items).toHaveLength(20);
      expect(first.body.items[0].body).toBe('c21');
      const second = await list(`?cursor=${first.body.nextCursor}`);
      expect(second.body).toMatchObject({ items: [{ body: 'c1' }], nextCursor: null, total: 21 });
    });

    it('gives readers what to show, not the Markdown', async () => {
      await posted('The *snow* is the main character.');
      const response = await GET(new Request('http://marquee.test/'), {
        params: Promise.resolve({ slug: 'up' }),
      });
      const text = await response.text();
      expect(text).toContain('"type":"emphasis"');
      expect(text).not.toMatch(/"body"|\*snow\*/);
    });

    it('shows neither text nor author of a deleted comment that has replies', async () => {
      const first = await posted('Regretted.');
      await posted('Why?', first, users.pat);
      await softDeleteComment(first, 'author', new Date());
      const { body } = await list();
      expect(body.items[0]).toMatchObject({ state: 'deleted', deletedBy: 'author', author: null, body: '' });
      expect(body.items[0].replies).toMatchObject([{ body: 'Why?' }]);
      expect(JSON.stringify(body)).not.toContain(users.oona.id);
    });

    it('asks the database twice beyond the film and the limit, and Identity never, once the mirror is warm', async () => {
      const first = await posted('One.');
      await posted('Two.', first, users.pat);
      await list();
      let commands: string[] = [];
      const calls = await recordIdentityCalls(async () => {
        const recorded = await recordCommands(() => list());
        commands = recorded.map(({ name, collection }) => `${name} ${collection}`);
      });
      expect(commands.filter((command) => !command.endsWith(' rate-limits')).toSorted()).toEqual([
        'aggregate comments',
        'find films',
        'find members',
      ]);
      expect(calls).toEqual([]);
    });
  });

  describe('404', () => {
    it('for a film that we do not have', async () => {
      expect(await list('', 'nothing')).toMatchObject({ status: 404, body: { code: 'not-found' } });
    });
  });

  describe('422', () => {
    it.each([
      ['a cursor that is not ours', '?cursor=abc', 'query.cursor'],
      ['an operator as cursor', '?cursor={"$gt":""}', 'query.cursor'],
      ['a cursor that is too long', `?cursor=${'x'.repeat(201)}`, 'query.cursor'],
      ['a field that we do not know', '?page=2', 'query.page'],
    ])('for %s', async (_, query, path) => {
      const { status, body } = await list(query);
      expect(status).toBe(422);
      expect(body.errors[0].path).toBe(path);
    });
  });
});

describe('POST /api/films/[slug]/comments', () => {
  describe('201', () => {
    it('is the comment, tidied, under the name of its author', async () => {
      const { status, headers, body } = await post({ body: '  The house\r\nflies.\u0000 ' });
      expect(status).toBe(201);
      expect(headers.get('cache-control')).toBe('private, no-store');
      expect(body).toEqual({
        id: expect.stringMatching(/^[0-9a-f]{24}$/),
        state: 'visible',
        deletedBy: null,
        replyToId: null,
        author: { id: users.oona.id, name: 'Oona Reyes', kind: 'member', staff: false },
        body: 'The house\nflies.',
        content: [
          {
            type: 'paragraph',
            children: [
              { type: 'text', value: 'The house' },
              { type: 'break' },
              { type: 'text', value: 'flies.' },
            ],
          },
        ],
        spoiler: false,
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        editedAt: null,
        replies: [],
      });
      expect((await list()).body.items).toEqual([body]);
    });

    it('puts a reply to a reply beside it, and says whom it replies to', async () => {
      const first = await posted('One.');
      const second = await posted('Two.', first, users.pat);
      await posted('Three.', second);
      const { items, total } = (await list()).body;
      expect(items).toMatchObject([
        {
          body: 'One.',
          replyToId: null,
          replies: [
            { body: 'Two.', replyToId: first },
            { body: 'Three.', replyToId: second },
          ],
        },
      ]);
      expect(items).toHaveLength(1);
      expect(total).toBe(3);
    });

    it('is one comment for one key: ten times at once, and again when it was replied to and deleted', async () => {
      const headers = { 'idempotency-key': randomUUID() };
      const all = await Promise.all(Array.from({ length: 10 }, () => post({ body: 'Once.' }, { headers })));
      const [first] = all;
      expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201));
      for (const { body } of all) expect(body).toEqual(first?.body);
      expect((await list()).body.total).toBe(1);
      await posted('An answer.', first?.body.id, users.pat);
      await softDeleteComment(first?.body.id, 'author', new Date());
      const again = await post({ body: 'Once.' }, { headers });
      expect(again).toMatchObject({ status: 201, body: first?.body });
    });

    it('goes to one of twenty requests of a member at once', async () => {
      const all = await Promise.all(Array.from({ length: 20 }, (_, n) => post({ body: `c${n}` })));
      const statuses = all.map(({ status }) => status).toSorted();
      expect(statuses).toEqual([201, ...Array.from({ length: 19 }, () => 429)]);
      expect((await list()).body.total).toBe(1);
    });
  });

  describe('400', () => {
    it('without an Idempotency-Key', async () => {
      const call = {
        method: 'POST',
        params: { slug: 'up' },
        body: { body: 'x' },
        accessToken: users.oona.accessToken,
      };
      expect(await callRoute(POST, call)).toMatchObject({
        status: 400,
        body: { code: 'idempotency-key-missing' },
      });
    });
  });

  describe('401', () => {
    it('without a session', async () => {
      const answer = await callRoute(POST, { method: 'POST', params: { slug: 'up' }, body: { body: 'x' } });
      expect(answer).toMatchObject({ status: 401, body: { code: 'session-required' } });
      expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="marquee"');
    });

    it('for a token that Identity did not issue', async () => {
      const answer = await post({ body: 'x' }, { accessToken: `${users.oona.accessToken}x` });
      expect(answer).toMatchObject({ status: 401, body: { code: 'session-invalid' } });
    });
  });

  describe('403', () => {
    it('for an account without a role that may write', async () => {
      const guest = await createAccount({ roles: ['guest'] });
      const answer = await post({ body: 'x' }, { accessToken: guest.accessToken });
      expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    });

    it('for a banned account, in any letter case of the role', async () => {
      const banned = await createAccount({ roles: ['member', 'BANNED-until-spring'] });
      const answer = await post({ body: 'x' }, { accessToken: banned.accessToken });
      expect(answer).toMatchObject({ status: 403, body: { code: 'banned' } });
    });

    it('for a cookie that comes from another site', async () => {
      const headers = { cookie: `nf_jwt=${users.oona.accessToken}`, origin: 'https://elsewhere.example' };
      const answer = await post({ body: 'x' }, { headers });
      expect(answer).toMatchObject({ status: 403, body: { code: 'cross-origin' } });
    });
  });

  describe('404', () => {
    it('for a film that we do not have', async () => {
      const answer = await post({ body: 'x' }, { slug: 'nothing' });
      expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
    });

    it('for a parent that is not on this film, and counts for no limit', async () => {
      const replyToId = await posted('On Up.', null, users.pat);
      const detail = 'The comment you’re replying to isn’t on this film. Post yours as a new comment.';
      const elsewhere = await post({ body: 'x', replyToId }, { slug: 'brazil' });
      expect(elsewhere).toMatchObject({ status: 404, body: { code: 'not-found', detail } });
      const nowhere = await post({ body: 'x', replyToId: '0'.repeat(24) });
      expect(nowhere).toMatchObject({ status: 404, body: { code: 'not-found', detail } });
    });
  });

  describe('409', () => {
    it.each([
      ['other words', { body: 'Two.' }, 'up'],
      ['another film', { body: 'One.' }, 'brazil'],
    ])('for a key that was used, with %s', async (_, input, slug) => {
      const headers = { 'idempotency-key': randomUUID() };
      await post({ body: 'One.' }, { headers });
      const answer = await post(input, { headers, slug });
      expect(answer).toMatchObject({ status: 409, body: { code: 'idempotency-key-reused' } });
      expect((await list()).body.total).toBe(1);
    });

    it.each([
      [
        'the answer',
        1,
        'The comment you’re replying to was deleted in the meantime. Post yours as a new comment.',
      ],
      [
        'the comment above it',
        0,
        'The comment that started this thread was deleted in the meantime. Post yours as a new comment.',
      ],
    ])('for a reply to a reply, when %s was deleted', async (_, gone, detail) => {
      const first = await posted('One.');
      const second = await posted('Two.', first, users.pat);
      await softDeleteComment([first, second][gone] ?? '', 'author', new Date());
      await emptyCollections(LIMITS);
      const answer = await post({ body: 'Three.', replyToId: second });
      expect(answer).toMatchObject({ status: 409, body: { code: 'conflict', detail } });
    });

    it('for a comment that was deleted meanwhile, and counts for no limit', async () => {
      const replyToId = await posted('Going.', null, users.pat);
      await softDeleteComment(replyToId, 'author', new Date());
      const answer = await post({ body: 'x', replyToId });
      expect(answer).toMatchObject({ status: 409, body: { code: 'conflict' } });
      expect((await post({ body: 'x' })).status).toBe(201);
    });
  });

  describe('413', () => {
    it('for a body of 65 kB', async () => {
      const answer = await post({ body: 'x'.repeat(65 * 1024) });
      expect(answer).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
    });
  });

  describe('415', () => {
    it('for a form', async () => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await post('body=x', { headers });
      expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
    });
  });

  describe('422', () => {
    it.each([
      ['no words', {}, 'body.body'],
      ['blanks', { body: ' \n ' }, 'body.body'],
      ['2,001 characters', { body: 'x'.repeat(2001) }, 'body.body'],
      ['a number', { body: 7 }, 'body.body'],
      ['a reply id of another form', { body: 'x', replyToId: 'abc' }, 'body.replyToId'],
      ['a field that is not ours to take', { body: 'x', authorId: 'someone' }, 'body.authorId'],
    ])('for %s', async (_, input, path) => {
      const { status, body } = await post(input);
      expect(status).toBe(422);
      expect(body.errors[0].path).toBe(path);
    });

    it('for a key that is too short', async () => {
      const answer = await post({ body: 'x' }, { headers: { 'idempotency-key': 'short' } });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'headers.idempotency-key' }] } });
    });
  });

  describe('429', () => {
    it('says how long ago, how long to wait, and that nothing is lost', async () => {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
      onTestFinished(() => void vi.useRealTimers());
      await post({ body: 'One.' });
      vi.setSystemTime(Date.now() + 4_000);
      const { status, headers, body } = await post({ body: 'Two.' });
      expect([status, body.code, headers.get('retry-after')]).toEqual([429, 'posting-too-fast', '6']);
      expect(body.detail).toBe('You posted 4 seconds ago. Wait 6 more, then post. We’ve kept your text.');
    });
  });
});
