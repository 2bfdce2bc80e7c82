import type { CommandStartedEvent } from 'mongodb';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readComments } from '../../e2e/fixtures/comments';
import { up } from '../../e2e/fixtures/programme-data';
import { emptyCollections, useTestDatabase } from '../../e2e/fixtures/test-database';
import { database, mongoClient } from '../db/client';
import { inTransaction } from '../db/transaction';
import { ensureFilms } from '../films/films';
import { ensureMember } from '../members/members';
import { ProblemError } from '../problem';
import { findComment } from './comments';
import { deleteComment, removeComment, restoreComment } from './moderate-comment';
import { editComment } from './edit-comment';
import { ensureComments } from './bulk';
import { postComment } from './post-comment';
import { setDiscussionState } from './discussions';

const oona = '00000000-0000-4000-8000-00000000000a';
const pat = '00000000-0000-4000-8000-00000000000b';
const OLD = new Date('2020-01-01T12:00:00Z');
// Years ahead: the database may delete a document of limits whose time is over at any moment.
const at = (second: number) => new Date(Date.UTC(2096, 10, 20, 18, 0, second));
const idOf = (n: number) => n.toString(16).padStart(24, '0');
const ROUNDS = Array.from({ length: 20 }, (_, n) => n + 1);
beforeAll(useTestDatabase);
beforeAll(async () => {
  await ensureFilms([up]);
  await ensureMember({ id: oona, name: 'Oona Reyes', roles: ['member'] }, new Date());
  await ensureMember({ id: pat, name: 'Pat Moran', roles: ['staff'] }, new Date());
});
beforeEach(() => emptyCollections('comments', 'posting-limits', 'discussions'));

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

/** Both at once, the one or the other first; what came of each, in the order given. */
async function both(
  round: number,
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<[string | null, string | null]> {
  if (round % 2) return Promise.all([refusalOf(one()), refusalOf(other())]);
  const [second, first] = await Promise.all([refusalOf(other()), refusalOf(one())]);
  return [first, second];
}

async function given(n: number): Promise<string> {
  const id = idOf(n);
  await ensureComments([
    { id, filmId: 'up', authorId: oona, parentId: null, body: `c${n}`, createdAt: at(0) },
  ]);
  return id;
}

const edit = (id: string, body: string, second = 1) =>
  editComment({
    author: { id: oona, name: 'Oona Reyes', roles: ['member'] },
    id,
    input: { body, spoiler: false },
    now: at(second),
  });
const remove = (id: string) => removeComment(id, { reason: 'Off the subject.', by: pat, now: at(1) });

describe('editing and deleting at the same moment', () => {
  it.each(ROUNDS)('leaves no words, in round %i', async (round) => {
    const id = await given(round);
    const [edited, deleted] = await both(
      round,
      () => edit(id, `edited ${round}`),
      () => deleteComment({ id: oona, roles: ['member'] }, id, at(1)),
    );
    expect(deleted).toBeNull();
    expect([null, 'conflict']).toContain(edited);
    expect(await findComment(id)).toMatchObject({ state: 'deleted', body: '' });
  });
});

describe('editing and removing at the same moment', () => {
  it.each(ROUNDS)('agree, in round %i', async (round) => {
    const id = await given(round);
    const [edited, removed] = await both(
      round,
      () => edit(id, `edited ${round}`),
      () => remove(id),
    );
    expect(removed).toBeNull();
    const body = edited === null ? `edited ${round}` : `c${round}`;
    expect(await findComment(id)).toMatchObject({ state: 'removed', body });
    if (edited !== null) expect(edited).toBe('conflict');
  });
});

describe('removing and restoring at the same moment', () => {
  it.each(ROUNDS)('leaves the one or the other, whole, in round %i', async (round) => {
    const id = await given(round);
    if (round % 3) await remove(id);
    const outcomes = await both(
      round,
      () => remove(id),
      () => restoreComment(id, pat),
    );
    expect(outcomes[1]).toBeNull();
    expect([null, 'conflict']).toContain(outcomes[0]);
    const comment = await findComment(id);
    expect([comment?.state, comment?.removal !== null]).toEqual(
      comment?.state === 'removed' ? ['removed', true] : ['visible', false],
    );
    const { items } = await readComments('up');
    expect(items.length).toBe(comment?.state === 'visible' ? 1 : 0);
  });

  it('leaves the first of ten reasons', async () => {
    const id = await given(1);
    const acts = Array.from({ length: 10 }, (_, n) =>
      removeComment(id, { reason: `Reason ${n}.`, by: pat, now: at(1) }),
    );
    const reasons = (await Promise.all(acts)).map(({ removed }) => removed.reason);
    expect(new Set(reasons).size).toBe(1);
    expect((await findComment(id))?.removal?.reason).toBe(reasons[0]);
  });
});

describe('removing and deleting at the same moment', () => {
  it.each(ROUNDS)('leaves no words, in round %i', async (round) => {
    const id = await given(round);
    const [removed, deleted] = await both(
      round,
      () => remove(id),
      () => deleteComment({ id: oona, roles: ['member'] }, id, at(1)),
    );
    expect(deleted).toBeNull();
    expect([null, 'conflict']).toContain(removed);
    expect(await findComment(id)).toMatchObject({ state: 'deleted', body: '', removal: null });
  });
});

describe('removing and replying at the same moment', () => {
  it.each(ROUNDS)('loses no reply, in round %i', async (round) => {
    const id = await given(round);
    const answer = () => post(`An answer in round ${round}.`, `key-answer-${round}`, id);
    const [refusal] = await both(round, answer, () => remove(id));
    const { items } = await readComments('up');
    if (refusal === null) {
      expect(items).toMatchObject([
        { state: 'removed', replies: [{ body: `An answer in round ${round}.` }] },
      ]);
    } else {
      expect([refusal, items]).toEqual(['conflict', []]);
    }
  });
});

function post(body: string, idempotencyKey: string, replyToId: string | null = null, id = pat) {
  const author = { id, name: 'Pat Moran', roles: ['member'], createdAt: OLD };
  return postComment({ author, slug: 'up', input: { body, replyToId }, idempotencyKey, now: at(5) });
}

/** Ends when the next command of this name goes to this collection. */
async function nextCommand(name: string, collection: string): Promise<void> {
  const client = await mongoClient();
  await new Promise<void>((resolve) => {
    client.on('commandStarted', function look({ commandName, command }: CommandStartedEvent) {
      if (commandName !== name || command[commandName] !== collection) return;
      client.off('commandStarted', look);
      resolve();
    });
  });
}

describe('editing twice at the same moment', () => {
  it.each(ROUNDS)('is one edit when the words are the same, in round %i', async (round) => {
    const id = await given(round);
    expect(
      await both(
        round,
        () => edit(id, 'The same.'),
        () => edit(id, 'The same.'),
      ),
    ).toEqual([null, null]);
    expect(await findComment(id)).toMatchObject({ body: 'The same.', editedAt: at(1) });
  });

  it.each(ROUNDS)('tells the second of two with other words, in round %i', async (round) => {
    const id = await given(round);
    const outcomes = await both(
      round,
      () => edit(id, 'One.', 1),
      () => edit(id, 'Other.', 2),
    );
    // One after the other both are done; at the same moment the second is told.
    expect([null, 'conflict']).toContain(outcomes[0]);
    expect([null, 'conflict']).toContain(outcomes[1]);
    expect(outcomes).not.toEqual(['conflict', 'conflict']);
    const body = (await findComment(id))?.body;
    if (outcomes[0] === 'conflict') expect(body).toBe('Other.');
    if (outcomes[1] === 'conflict') expect(body).toBe('One.');
  });
});

describe('closing a discussion and editing at the same moment', () => {
  it('reverts an edit that passed its check before the discussion was closed', async () => {
    const id = await given(1);
    await edit(id, 'Edited in time.', 1);
    const late = 'Edited too late.';
    // The edit has found an open discussion and waits for its author's limits, which this transaction holds: the discussion
    // is closed meanwhile.
    let outcome: Promise<string | null> | undefined;
    await inTransaction(async (session) => {
      const limits = (await database()).collection<{ _id: string }>('posting-limits');
      await limits.updateOne({ _id: oona }, { $set: { expiresAt: at(600) } }, { session });
      const isWaiting = nextCommand('update', 'posting-limits');
      outcome ??= refusalOf(edit(id, late, 3));
      await isWaiting;
      await setDiscussionState('up', { state: 'closed', reason: 'Enough.' }, pat, at(3));
    });
    expect(await outcome).toBe('discussion-closed');
    expect(await findComment(id)).toMatchObject({ body: 'Edited in time.', editedAt: at(1) });
    await setDiscussionState('up', { state: 'open' }, pat, at(4));
    expect(await refusalOf(edit(id, late, 5))).toBeNull();
  });
});

describe('closing a discussion and posting at the same moment', () => {
  it.each(ROUNDS)('takes what was in time and nothing else, in round %i', async (round) => {
    const authors = Array.from(
      { length: 8 },
      (_, n) => `00000000-0000-4000-8000-0000000001${round + 10}${n}`,
    );
    const close = setDiscussionState('up', { state: 'closed', reason: 'Enough.' }, pat, at(5));
    const posts = authors.map((id, n) => refusalOf(post(`c${n}`, `key-close-${n}`, null, id)));
    const outcomes = await Promise.all(posts);
    await close;
    const posted = outcomes.filter((outcome) => outcome === null).length;
    expect(outcomes.filter((outcome) => outcome === 'discussion-closed')).toHaveLength(8 - posted);
    expect((await readComments('up')).total).toBe(posted);
    expect(await refusalOf(post('Too late.', 'key-too-late'))).toBe('discussion-closed');
  });

  it('counts nothing that came too late', async () => {
    await setDiscussionState('up', { state: 'closed', reason: 'Enough.' }, pat, at(5));
    expect(await refusalOf(post('One.', 'key-late-one'))).toBe('discussion-closed');
    await setDiscussionState('up', { state: 'open' }, pat, at(5));
    expect(await refusalOf(post('One.', 'key-late-two'))).toBeNull();
  });

  it('has a comment withdrawn that was written between closing and the second look', async () => {
    const client = await mongoClient();
    const fates: string[] = [];
    for (const round of ROUNDS) {
      await emptyCollections('comments', 'posting-limits', 'discussions');
      // The first look has found an open discussion: it is closed while the limits are counted and the comment is written.
      let closing: Promise<unknown> | undefined;
      const close = ({ commandName, command }: CommandStartedEvent): void => {
        const isCounting = commandName === 'update' && command[commandName] === 'posting-limits';
        if (isCounting)
          closing ??= setDiscussionState('up', { state: 'closed', reason: 'Enough.' }, pat, at(5));
      };
      client.on('commandStarted', close);
      const outcome = await refusalOf(post(`Between ${round}.`, `key-between-${round}`));
      client.off('commandStarted', close);
      await closing;
      fates.push(`${outcome} ${(await readComments('up')).total}`);
    }
    expect(new Set([...fates, 'null 1'])).toEqual(new Set(['null 1', 'discussion-closed 0']));
  });
});

describe('replying to a comment that takes no more than a hundred', () => {
  const member = (n: number) => `00000000-0000-4000-8000-0000000002${n + 10}`;

  it('takes the last one of ten that come at once', async () => {
    const full = Array.from({ length: 99 }, (_, n) => ({
      id: idOf(n + 2),
      filmId: 'up',
      authorId: oona,
      parentId: idOf(1),
      body: `c${n}`,
      createdAt: at(1),
    }));
    const first = { id: idOf(1), filmId: 'up', authorId: oona, parentId: null, body: 'c', createdAt: at(0) };
    await ensureComments([first, ...full]);
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        refusalOf(post(`More ${n}.`, `key-full-${n}`, idOf(1), member(n))),
      ),
    );
    expect(all.filter((outcome) => outcome === null)).toHaveLength(1);
    expect(all.filter((outcome) => outcome === 'thread-full')).toHaveLength(9);
  });

  it('is not filled by one member who sends one reply again and again', async () => {
    const id = await given(1);
    for (let n = 0; n < 12; n += 1) {
      await Promise.all(Array.from({ length: 10 }, () => refusalOf(post('Again.', 'key-again', id))));
    }
    expect((await readComments('up')).items[0]?.replies).toHaveLength(1);
    for (let n = 0; n < 3; n += 1) {
      expect(await refusalOf(post(`One ${n}.`, `key-one-${n}`, id, member(n)))).toBeNull();
    }
    const stored = await (
      await database()
    )
      .collection('comments')
      .find({ replyCount: { $gt: 0 } })
      .toArray();
    expect(stored.map(({ replyCount }) => replyCount)).toEqual([4]);
  });
});
