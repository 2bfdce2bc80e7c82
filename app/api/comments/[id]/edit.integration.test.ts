import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { RouteAnswer } from '@/e2e/fixtures/call-route';
import { takeExpiredTags } from '@/e2e/fixtures/next-cache';
import { recordCommands } from '@/e2e/fixtures/recorded-commands';
import {
  callCommentsRoute as callRoute,
  commentId,
  writeComments,
  useCommentsDatabase,
  readComments,
} from '@/e2e/fixtures/comments';
import { createAccount, type TestAccount } from '@/e2e/fixtures/test-identity';
import { setBan } from '@/lib/auth/bans';
import { softDeleteComment } from '@/lib/comments/comment-changes';
import { removeComment } from '@/lib/comments/moderate-comment';
import { setDiscussionState } from '@/lib/comments/discussions';
import { GET, PATCH } from './route';

const id = commentId(1);
const users = useCommentsDatabase();

/** Oona's comment, posted so many minutes ago. */
async function posted(minutesAgo: number): Promise<void> {
  const createdAt = new Date(Date.now() - minutesAgo * 60_000);
  await writeComments({ n: 1, by: users.oona, createdAt }, { n: 2, by: users.pat, repliesTo: 1 });
}

function edit(body: unknown, by: TestAccount | null = users.oona, of = id): Promise<RouteAnswer> {
  const session = by && { accessToken: by.accessToken };
  return callRoute(PATCH, { method: 'PATCH', params: { id: of }, body, ...session });
}
const words = { body: 'Other *words*.', spoiler: true };
const bodies = async () => (await readComments('up')).items.map(({ body }: { body: string }) => body);

describe('PATCH /api/comments/[id]: 200', () => {
  it('is the comment with its new words and a mark, where it was', async () => {
    await posted(14);
    const { status, headers, body } = await edit(words);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(body).toEqual({
      id,
      state: 'visible',
      deletedBy: null,
      replyToId: null,
      author: { id: users.oona.id, name: 'Oona Reyes', kind: 'member', staff: false },
      body: 'Other words.',
      content: [
        {
          type: 'paragraph',
          children: [
            { type: 'text', value: 'Other ' },
            { type: 'emphasis', children: [{ type: 'text', value: 'words' }] },
            { type: 'text', value: '.' },
          ],
        },
      ],
      spoiler: true,
      createdAt: expect.any(String),
      editedAt: expect.stringMatching(/^\d{4}-/),
    });
    expect((await readComments('up')).items).toMatchObject([{ ...body, replies: [{ body: 'c2' }] }]);
    expect(takeExpiredTags()).toEqual(['comments:up', `member:${users.oona.id}`]);
  });

  it('is no change when the words are the same, also later', async () => {
    await posted(60);
    let answer: RouteAnswer | undefined;
    const commands = await recordCommands(async () => {
      answer = await edit({ body: ' c1 ', spoiler: false });
    });
    expect(answer).toMatchObject({ status: 200, body: { body: 'c1', editedAt: null } });
    const writes = commands.filter(({ name }) => !['find', 'aggregate'].includes(name));
    expect(writes.map(({ collection }) => collection)).toEqual(['rate-limits']);
  });

  it('may go back to what it was', async () => {
    await posted(1);
    expect((await edit(words)).status).toBe(200);
    expect(await edit({ body: 'c1', spoiler: false })).toMatchObject({ status: 200, body: { body: 'c1' } });
    expect((await edit(words)).status).toBe(200);
  });
});

describe('PATCH /api/comments/[id]: 401 and 403', () => {
  it('without a session', async () => {
    await posted(1);
    expect(await edit(words, null)).toMatchObject({ status: 401, body: { code: 'session-required' } });
  });

  it('for an account without a role that may write', async () => {
    await posted(1);
    const guest = await createAccount({ roles: ['guest'] });
    expect(await edit(words, guest)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('for a banned author: what they wrote stays as it is', async () => {
    const banned = await createAccount();
    await writeComments({ n: 1, by: banned, createdAt: new Date() });
    await setBan(banned.id, { reason: 'Spoilers.', until: null });
    expect(await edit(words, banned)).toMatchObject({ status: 403, body: { code: 'banned' } });
    expect(await bodies()).toEqual(['c1']);
  });

  it('when staff have closed the discussion', async () => {
    await posted(1);
    await setDiscussionState(
      'up',
      { state: 'closed', reason: 'It went round in circles' },
      users.staff.id,
      new Date(),
    );
    const { status, body } = await edit(words);
    expect([status, body.code]).toEqual([403, 'discussion-closed']);
    expect(body.detail).toBe(
      'This film’s discussion is closed. The reason: It went round in circles. We’ve kept your text.',
    );
    expect(await bodies()).toEqual(['c1']);
  });
});

describe('PATCH /api/comments/[id]: 404', () => {
  it('alike for another’s comment, staff or not, and for none at all', async () => {
    await posted(1);
    const notYours = await edit(words, users.pat);
    expect(notYours).toMatchObject({ status: 404, body: { code: 'not-found' } });
    for (const other of [await edit(words, users.staff), await edit(words, users.pat, 'f'.repeat(24))]) {
      expect(other.body).toEqual({ ...notYours.body, instance: other.body.instance });
    }
    expect(await bodies()).toEqual(['c1']);
  });
});

describe('PATCH /api/comments/[id]: 409', () => {
  it('fifteen minutes after it was posted, by our clock', async () => {
    await posted(15);
    const { status, body } = await edit(words);
    expect([status, body.code]).toEqual([409, 'edit-window-closed']);
    expect(body.detail).toBe(
      'A comment can be edited for 15 minutes after it was posted. Post the rest as a reply. We’ve kept your text.',
    );
    expect(await bodies()).toEqual(['c1']);
    expect(takeExpiredTags()).toEqual([]);
  });

  it('when it was deleted or removed meanwhile', async () => {
    await posted(1);
    await removeComment(id, { reason: 'Off the subject.', by: users.staff.id, now: new Date() });
    expect((await edit(words)).body).toMatchObject({
      code: 'conflict',
      detail: 'This comment was removed by staff in the meantime and can’t be changed. We’ve kept your text.',
    });
    await softDeleteComment(id, 'author', new Date());
    expect((await edit(words)).body).toMatchObject({ code: 'conflict' });
  });
});

describe('PATCH /api/comments/[id]: 422 and 429', () => {
  it('with more than three links', async () => {
    await posted(1);
    const body = '[a](https://a.example) https://b.example <https://c.example> d@a.example';
    const answer = await edit({ body, spoiler: false });
    expect(answer).toMatchObject({ status: 422, body: { code: 'too-many-links' } });
    expect(answer.body.detail).toBe(
      'This has 4 links, and a comment can have 3. Remove 1 and post again. We’ve kept your text.',
    );
  });

  it('with the words of another comment of these minutes', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    onTestFinished(() => void vi.useRealTimers());
    await posted(1);
    await writeComments({ n: 3, by: users.oona, createdAt: new Date() });
    expect((await edit(words)).status).toBe(200);
    const answer = await edit(words, users.oona, commentId(3));
    expect(answer).toMatchObject({ status: 429, body: { code: 'duplicate-comment' } });
    expect(answer.headers.get('retry-after')).toBe('360');
  });
});

describe('GET /api/comments/[id]: what its author may edit', () => {
  const source = (by: TestAccount | null = users.oona, of = id) =>
    callRoute(GET, { params: { id: of }, ...(by && { accessToken: by.accessToken }) });

  it('is the text as it was written, for nobody else to keep', async () => {
    await posted(1);
    await edit({ body: 'Other *words*.', spoiler: true });
    const { status, headers, body } = await source();
    expect([status, body]).toEqual([200, { body: 'Other *words*.', spoiler: true }]);
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  it('is nothing for other members, for staff and for visitors', async () => {
    await posted(1);
    expect(await source(users.pat)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await source(users.staff)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await source(users.oona, commentId(9))).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
    expect(await source(null)).toMatchObject({ status: 401, body: { code: 'session-required' } });
  });

  it('is refused with the reason once it cannot be edited', async () => {
    await posted(16);
    expect(await source()).toMatchObject({ status: 409, body: { code: 'edit-window-closed' } });
  });

  it('is refused with the reason once it is gone', async () => {
    await posted(1);
    await softDeleteComment(id, 'staff', new Date());
    expect(await source()).toMatchObject({ status: 409, body: { code: 'conflict' } });
  });
});
