import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildComment, commentId, list, now, outline } from '../../e2e/fixtures/comments';
import { recordCommands } from '../../e2e/fixtures/recorded-commands';
import { emptyCollections, useTestDatabase } from '../../e2e/fixtures/test-database';
import { softDeleteComment } from './comment-changes';
import type { CommentCursor } from './cursor';
import { ensureComments } from './bulk';

beforeAll(useTestDatabase);
beforeEach(() => emptyCollections('comments'));

describe('listThreads', () => {
  it('lists one film, newest first, replies oldest first, and counts all that is visible', async () => {
    await ensureComments([
      buildComment(1),
      buildComment(2),
      buildComment(4, { parentId: commentId(1) }),
      buildComment(3, { parentId: commentId(1) }),
      buildComment(5, { filmId: 'brazil' }),
    ]);
    expect(await outline()).toEqual(['c2', 'c1(c3 c4)']);
    expect((await list('up', null, 1)).total).toBe(4);
    expect(await list('heat', null, 10)).toEqual({ threads: [], total: 0, closed: null });
  });

  it('pages without a gap or a double, also through comments of one millisecond', async () => {
    await ensureComments([1, 2, 3, 4, 5, 6, 7].map((n) => buildComment(n, { createdAt: now })));
    const seen: string[] = [];
    let cursor: CommentCursor | null = null;
    for (;;) {
      const { threads } = await list('up', cursor, 2);
      seen.push(...threads.map(({ body }) => body));
      if (threads.length < 2) break;
      cursor = threads.at(-1) ?? null;
    }
    expect(seen).toEqual(['c7', 'c6', 'c5', 'c4', 'c3', 'c2', 'c1']);
  });

  it('lists the oldest first when told, by the same pages', async () => {
    await ensureComments([1, 2, 3, 4, 5].map((n) => buildComment(n, n < 4 ? { createdAt: now } : {})));
    const seen: string[] = [];
    let cursor: CommentCursor | null = null;
    for (;;) {
      const { threads } = await list('up', cursor, 2, 'oldest');
      seen.push(...threads.map(({ body }) => body));
      if (threads.length < 2) break;
      cursor = threads.at(-1) ?? null;
    }
    expect(seen).toEqual(['c1', 'c2', 'c3', 'c4', 'c5']);
  });

  it.each(['newest', 'oldest'] as const)(
    'loses and doubles nothing of what was there, %s first, while others post and delete',
    async (order) => {
      await ensureComments(Array.from({ length: 30 }, (_, n) => buildComment(n + 1)));
      const seen: string[] = [];
      let cursor: CommentCursor | null = null;
      for (let page = 0; page < 20; page += 1) {
        const { threads } = await list('up', cursor, 4, order);
        seen.push(...threads.map(({ body }) => body));
        cursor = threads.at(-1) ?? null;
        if (!cursor) break;
        // Somebody posts now, and somebody deletes what was shown a moment ago.
        await ensureComments([buildComment(100 + page)]);
        await softDeleteComment(cursor.id, 'author', now);
      }
      expect(new Set(seen).size).toBe(seen.length);
      const there = seen.filter((body) => Number(body.slice(1)) < 100);
      expect(there.length).toBe(30);
    },
  );

  it('is one query', async () => {
    await ensureComments([buildComment(1), buildComment(2, { parentId: commentId(1) })]);
    const commands = await recordCommands(() => list('up', null, 20));
    expect(commands.map(({ name }) => name)).toEqual(['aggregate']);
  });
});
