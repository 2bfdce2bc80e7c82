import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { listComments } from '../../lib/comments/listings';
import { ensureComments } from '../../lib/comments/bulk';
import type { CommentOrder } from '../../lib/comments/schema';
import { ensureMember } from '../../lib/members/members';
import { useTestDatabase } from '../fixtures/test-database';

const author = '00000000-0000-4000-8000-000000000001';
beforeAll(useTestDatabase);
beforeAll(async () => {
  await ensureMember({ id: author, name: 'Oona Reyes', roles: ['member'] }, new Date());
});

const newId = (): string => randomBytes(12).toString('hex');

async function write(filmId: string, times: readonly number[]): Promise<string[]> {
  const list = times.map((ms) => ({
    id: newId(),
    filmId,
    authorId: author,
    parentId: null,
    body: 'Words.',
    createdAt: new Date(Date.UTC(2026, 10, 20) + ms),
  }));
  await ensureComments(list);
  return list.map(({ id }) => id);
}

/** Reads all pages of a talk, while others post between one page and the next. */
async function readAll(filmId: string, order: CommentOrder, posts: readonly number[][]): Promise<string[]> {
  const read: string[] = [];
  let cursor: string | undefined;
  for (let turn = 0; ; turn += 1) {
    const page = await listComments(filmId, { order, ...(cursor === undefined ? {} : { cursor }) });
    read.push(...page.items.map(({ id }) => id));
    if (page.nextCursor === null) return read;
    cursor = page.nextCursor;
    await write(filmId, posts[turn] ?? []);
  }
}

it('a reader who turns the pages sees each comment that was there once, whatever is posted meanwhile', async () => {
  // Few moments, so that many comments share one.
  const times = fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 70 });
  const later = fc.array(fc.array(fc.integer({ min: 3, max: 12 }), { maxLength: 8 }), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(
      times,
      later,
      fc.constantFrom<CommentOrder>('newest', 'oldest'),
      async (first, posts, order) => {
        const filmId = `film-${newId()}`;
        const there = await write(filmId, first);
        const read = await readAll(filmId, order, posts);
        expect(new Set(read).size).toBe(read.length);
        expect(there.filter((id) => !read.includes(id))).toEqual([]);
      },
    ),
    { numRuns: 25 },
  );
});
