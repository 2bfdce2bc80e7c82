import { describe, expect, it } from 'vitest';
import { countLinks, renderMarkdown } from '../../../lib/comments/markdown';
import { COMMENT_MAX_LENGTH } from '../../../lib/comments/schema';
import { catalogue } from './catalogue';
import { demoAccounts, members } from './accounts';
import { closedDiscussions, seedComments, selectComments, toClosedDiscussions, toComments } from './comments';

const now = new Date('2026-11-20T18:00:00Z');
const everybody = [...demoAccounts, ...members];
const ids = new Map(everybody.map(({ name }, k) => [name, `user-${k}`]));
const comments = toComments(seedComments, ids, now);

describe('the comments', () => {
  it('has more than two hundred comments on more than fifty films, each with an id of its own', () => {
    expect(comments.length).toBeGreaterThan(200);
    expect(new Set(comments.map(({ filmId }) => filmId)).size).toBeGreaterThan(50);
    expect(new Set(comments.map(({ id }) => id)).size).toBe(comments.length);
    expect(comments.every(({ id }) => /^[0-9a-f]{24}$/.test(id))).toBe(true);
  });

  it('is about films of the catalogue', () => {
    const slugs = new Set(catalogue.map(({ slug }) => slug));
    expect(comments.filter(({ filmId }) => !slugs.has(filmId))).toEqual([]);
  });

  it('replies after what it replies to, and never in the future', () => {
    const byId = new Map(comments.map((comment) => [comment.id, comment]));
    const early = comments.filter(({ parentId, createdAt }) => {
      const parent = parentId === null ? undefined : byId.get(parentId);
      return parent !== undefined && createdAt <= parent.createdAt;
    });
    expect(early).toEqual([]);
    expect(comments.filter(({ parentId }) => parentId !== null).length).toBeGreaterThan(50);
    expect(comments.filter(({ createdAt }) => createdAt >= now)).toEqual([]);
  });

  it('is said in no more than a comment may hold, and nothing twice', () => {
    expect(Math.max(...comments.map(({ body }) => body.length))).toBeLessThanOrEqual(COMMENT_MAX_LENGTH);
    expect(new Set(comments.map(({ body }) => body)).size).toBe(comments.length);
  });

  it('lets every member say something', () => {
    const silent = [...ids].filter(([, id]) => !comments.some(({ authorId }) => authorId === id));
    expect(silent).toEqual([]);
  });

  it('has more on Lost in Translation than one page shows', () => {
    const threads = comments.filter(({ filmId, parentId }) => filmId === 'lost-in-translation' && !parentId);
    expect(threads.length).toBeGreaterThan(20);
  });

  it('keeps its ids from one run to the next', () => {
    const later = toComments(seedComments, ids, new Date('2026-12-24T18:00:00Z'));
    expect(later.map(({ id }) => id)).toEqual(comments.map(({ id }) => id));
  });

  it('refuses a comment by somebody who is not there', () => {
    expect(() => toComments(seedComments, new Map(), now)).toThrow(
      'Oona Reyes comments on lost-in-translation',
    );
  });
});

describe('what has happened to it', () => {
  const kinds = (film: string) => comments.filter(({ filmId }) => filmId === film);

  it('are spoilers, Markdown, an edited comment and one that staff removed', () => {
    expect(kinds('fargo').filter(({ spoiler }) => spoiler)).toHaveLength(2);
    expect(kinds('fargo').filter(({ body }) => countLinks(renderMarkdown(body)) === 1)).toHaveLength(1);
    const edited = comments.filter(({ editedAt }) => editedAt);
    expect(edited.map(({ editedAt, createdAt }) => Number(editedAt) - Number(createdAt))).toEqual([720_000]);
    expect(kinds('the-matrix').filter(({ removal }) => removal)).toMatchObject([
      { authorId: ids.get('Nadia Kern'), removal: { by: ids.get('Maeve Quinlan') } },
    ]);
  });

  it('is one discussion closed by staff', () => {
    const at = new Date('2026-11-18T06:00:00Z');
    expect(toClosedDiscussions(closedDiscussions, ids, now)).toMatchObject([
      { filmId: 'the-mist', by: ids.get('Maeve Quinlan'), at },
    ]);
  });
});

describe('a selection', () => {
  const few = new Set(['Oona Reyes', 'Ivo Marek', 'Nadia Kern']);

  it('holds just so many comments of just these people on just these films', () => {
    const selected = toComments(
      selectComments(seedComments, new Set(['lost-in-translation', 'fargo']), few, 6),
      ids,
      now,
    );
    expect(selected).toHaveLength(6);
    expect(new Set(selected.map(({ authorId }) => authorId))).toEqual(
      new Set(['user-3', 'user-4', 'user-0']),
    );
    expect(
      selected.filter(({ parentId }) => parentId && !selected.some(({ id }) => id === parentId)),
    ).toEqual([]);
  });
});

describe('the people', () => {
  it('are forty members and one account for each role', () => {
    expect(members).toHaveLength(40);
    expect(demoAccounts.map(({ role }) => role)).toEqual(['member', 'staff', 'admin']);
    expect(ids.size).toBe(43);
  });

  it('have addresses that reach nobody, each once', () => {
    const emails = everybody.map(({ email }) => email);
    expect(emails.filter((email) => !/^[a-z0-9.]+@example\.(org|com)$/.test(email))).toEqual([]);
    expect(new Set(emails).size).toBe(43);
  });
});
