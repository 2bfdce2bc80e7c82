import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readComments, textContent } from '../../e2e/fixtures/comments';
import { up } from '../../e2e/fixtures/programme-data';
import { emptyCollections, useTestDatabase } from '../../e2e/fixtures/test-database';
import { ensureFilms } from '../films/films';
import { ensureMember } from '../members/members';
import { ProblemError } from '../problem';
import { commentIdFor, postComment } from './post-comment';
import { ensureComments } from './bulk';
import { deleteComment } from './moderate-comment';
import { withPostingLimits } from './posting-limits';

const oona = '00000000-0000-4000-8000-00000000000a';
const pat = '00000000-0000-4000-8000-00000000000b';
const OLD = new Date('2020-01-01T12:00:00Z');
// Years ahead: the database may delete a document of limits whose time is over at any moment.
const at = (second: number) => new Date(Date.UTC(2096, 10, 20, 18, 0, second));
beforeAll(useTestDatabase);
beforeAll(async () => {
  await ensureFilms([up]);
  await ensureMember({ id: oona, name: 'Oona Reyes', roles: ['member'] }, new Date());
  await ensureMember({ id: pat, name: 'Pat Moran', roles: ['member'] }, new Date());
});
beforeEach(() => emptyCollections('comments', 'posting-limits'));

function post(body: string, key: string, now: Date, replyToId: string | null = null) {
  const input = { body, replyToId };
  return postComment({
    author: { id: pat, name: 'Pat Moran', roles: ['member'], createdAt: OLD },
    slug: 'up',
    input,
    idempotencyKey: key,
    now,
  });
}

/** The code of the refusal, or null when it was done. */
async function refusalOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
}

describe('postComment', () => {
  it('goes through when it comes again after dying between its limits and its insert', async () => {
    const commentId = commentIdFor(pat, 'key-0001');
    const posting = { author: { id: pat, createdAt: OLD }, commentId, body: 'At last.', now: at(0) };
    const dies = () => Promise.reject(new Error('the process ends'));
    await expect(withPostingLimits(posting, dies)).rejects.toThrow('the process ends');
    expect(await post('At last.', 'key-0001', at(2))).toMatchObject({ content: textContent('At last.') });
    expect(await refusalOf(post('More.', 'key-0002', at(3)))).toBe('posting-too-fast');
  });

  it('gives a repeated request its response within the pause, and counts for no limit', async () => {
    const first = await post('Once.', 'key-0003', at(0));
    expect(await post('Once.', 'key-0003', at(5))).toEqual(first);
    expect(await refusalOf(post('Next.', 'key-0004', at(10)))).toBeNull();
  });

  it('and deleting its comment at the same moment agree, whoever is first', async () => {
    for (let round = 0; round < 20; round += 1) {
      await emptyCollections('comments', 'posting-limits');
      const id = round.toString(16).padStart(24, '0');
      const createdAt = at(0);
      await ensureComments([{ id, filmId: 'up', authorId: oona, parentId: null, body: 'One.', createdAt }]);
      const answer = () => refusalOf(post('Two.', `key-round-${round}`, at(round * 10), id));
      const remove = () => refusalOf(deleteComment({ id: oona, roles: ['member'] }, id, at(1)));
      const acts = round % 2 ? [answer(), remove()] : [remove(), answer()];
      const refusals = (await Promise.all(acts)).filter(Boolean);
      const { items, total } = await readComments('up');
      if (refusals.length === 0) {
        expect(items).toMatchObject([{ state: 'deleted', replies: [{ body: 'Two.' }] }]);
        expect(total).toBe(1);
      } else {
        expect(refusals).toEqual(['conflict']);
        expect({ items, total }).toEqual({ items: [], total: 0 });
      }
    }
  });
});
