import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commentId, readComments, textContent } from '../../e2e/fixtures/comments';
import { planStages, recordCommands } from '../../e2e/fixtures/recorded-commands';
import { databaseContents, emptyCollections, useTestDatabase } from '../../e2e/fixtures/test-database';
import { removeStoredComment, softDeleteComment, updateBody } from './comment-changes';
import { deleteComment } from './moderate-comment';
import { ensureComments, importComments, type ImportedComment } from './bulk';

const createdAt = new Date('1999-03-01T12:00:00Z');
const now = new Date('2026-11-20T18:00:00Z');
beforeAll(useTestDatabase);
beforeEach(() => emptyCollections('comments'));

function guest(n: number, rest: Partial<ImportedComment> = {}): ImportedComment {
  const words = { authorId: null, authorName: `Guest ${n}`, body: `c${n}`, createdAt };
  return { id: commentId(n), filmId: 'up', ...words, ...rest };
}

describe('importComments', () => {
  it('adds what is new, under the name of its author, who has no account', async () => {
    expect(await importComments([guest(1), guest(2)])).toEqual({ new: 2, unchanged: 0, changed: 0 });
    const { items, total } = await readComments('up', { order: 'oldest' });
    expect(total).toBe(2);
    expect(items).toMatchObject([
      { author: { id: '', name: 'Guest 1', kind: 'guest', staff: false }, body: 'c1', editedAt: null },
      { author: { name: 'Guest 2' }, createdAt: '1999-03-01T12:00:00.000Z' },
    ]);
  });

  it('changes nothing the second time', async () => {
    await importComments([guest(1), guest(2)]);
    const before = await databaseContents();
    expect(await importComments([guest(1), guest(2)])).toEqual({ new: 0, unchanged: 2, changed: 0 });
    expect(await databaseContents()).toEqual(before);
  });

  it('takes what has changed there', async () => {
    await importComments([guest(1), guest(2)]);
    const list = [guest(1, { body: 'Other words.' }), guest(2), guest(3)];
    expect(await importComments(list)).toEqual({ new: 1, unchanged: 1, changed: 1 });
    const { items } = await readComments('up', { order: 'oldest' });
    expect(items.map(({ body }: { body: string }) => body)).toEqual(['Other words.', 'c2', 'c3']);
  });

  it('leaves alone what was deleted, removed or edited here', async () => {
    await ensureComments([{ ...guest(3), authorId: 'oona', parentId: null, createdAt: now }]);
    await importComments([guest(1), guest(2)]);
    await softDeleteComment(commentId(1), 'staff', now);
    await removeStoredComment(commentId(2), { reason: 'An advertisement.', by: 'pat', at: now });
    const since = new Date(now.getTime() - 1);
    await updateBody(
      { id: commentId(3), editedAt: null },
      { body: 'Mine.', content: textContent('Mine.'), spoiler: false },
      { since, now },
    );
    const list = [1, 2, 3].map((n) => guest(n, { body: 'Other words.' }));
    expect(await importComments(list)).toEqual({ new: 0, unchanged: 3, changed: 0 });
    expect((await readComments('up')).items.map(({ body }: { body: string }) => body)).toEqual(['Mine.']);
  });

  it('only counts in a dry run', async () => {
    await importComments([guest(1)]);
    const before = await databaseContents();
    const list = [guest(1, { body: 'Other words.' }), guest(2)];
    expect(await importComments(list, { dryRun: true })).toEqual({ new: 1, unchanged: 0, changed: 1 });
    expect(await databaseContents()).toEqual(before);
  });

  it('is two commands for a whole batch, by an index', async () => {
    const list = Array.from({ length: 200 }, (_, n) => guest(n + 1));
    const commands = await recordCommands(() => importComments(list));
    expect(commands.map(({ name }) => name)).toEqual(['find', 'update']);
    const [find] = commands;
    if (find) expect(await planStages(find)).not.toContain('COLLSCAN');
  });

  it('stores a guest whom nobody can be: deleting is for staff alone', async () => {
    await importComments([guest(1)]);
    const nobody = deleteComment({ id: '', roles: ['member'] }, commentId(1), now);
    await expect(nobody).rejects.toMatchObject({ code: 'not-found' });
    await deleteComment({ id: 'pat', roles: ['staff'] }, commentId(1), now);
    expect((await readComments('up')).items).toEqual([]);
    expect(JSON.stringify(await databaseContents())).not.toContain('Guest 1');
  });
});
