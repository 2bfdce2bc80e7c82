import { beforeEach, expect, it } from 'vitest';
import { useTestDatabase } from '../../e2e/fixtures/test-database';
import { database } from '../db/client';
import { toObjectId } from '../db/document';
import { commentFields } from './001-comment-fields';

beforeEach(useTestDatabase);

/** A comment as the first version stored it: `number` makes its id. */
function old(number: number, authorId: string, parent: number | null = null) {
  return {
    _id: idOf(number),
    filmId: 'up',
    authorId,
    parentId: parent === null ? null : idOf(parent),
    body: 'Balloons.',
    createdAt: new Date('2026-11-20T12:00:00Z'),
    state: 'visible',
    deletedBy: null,
    deletedAt: null,
    answered: false,
    listed: true,
    requestHash: '',
  };
}

function idOf(number: number) {
  const id = toObjectId(number.toString(16).padStart(24, '0'));
  if (!id) throw new Error('no id');
  return id;
}

const comments = async () => (await database()).collection('comments');

async function migrate(dryRun = false): Promise<[changed: number, batches: number]> {
  let batches = 0;
  const progress = () => {
    batches += 1;
    return Promise.resolve();
  };
  return [await commentFields.up({ db: await database(), dryRun, progress }), batches];
}

it('migration 001 completes comments of the first version: replies are counted, and say whom they reply to', async () => {
  const collection = await comments();
  await collection.insertMany([old(1, 'oona'), old(2, 'ivo', 1), old(3, 'oona', 1), old(4, 'ivo')]);
  expect(await migrate(true)).toEqual([4, 0]);
  expect(await migrate()).toEqual([4, 1]);
  const added = { authorName: null, spoiler: false, editedAt: null, removal: null };
  expect(await collection.find().sort({ _id: 1 }).toArray()).toEqual([
    { ...old(1, 'oona'), ...added, answerCount: 2, repliesTo: null },
    { ...old(2, 'ivo', 1), ...added, answerCount: 0, repliesTo: 'oona' },
    // Her own answer tells her nothing new.
    { ...old(3, 'oona', 1), ...added, answerCount: 0, repliesTo: null },
    { ...old(4, 'ivo'), ...added, answerCount: 0, repliesTo: null },
  ]);
  expect(await migrate()).toEqual([0, 0]);
});

it('migration 001 keeps what newer code has written already', async () => {
  const collection = await comments();
  const editedAt = new Date('2026-11-20T12:05:00Z');
  await collection.insertMany([
    // Answered by newer code, which has counted its answer on top of nothing.
    { ...old(1, 'oona'), answerCount: 5, spoiler: true, editedAt },
    { ...old(2, 'ivo', 9), removal: { reason: 'rude', by: 'staff', at: editedAt } },
  ]);
  expect(await migrate()).toEqual([2, 1]);
  const [first, second] = await collection.find().sort({ _id: 1 }).toArray();
  expect(first).toMatchObject({ answerCount: 5, spoiler: true, editedAt });
  expect(second).toMatchObject({ repliesTo: null, removal: { reason: 'rude' } });
});

it('migration 001 goes through many in batches', async () => {
  const many = Array.from({ length: 1201 }, (_, number) => old(number + 1, 'oona', number === 0 ? null : 1));
  await (await comments()).insertMany(many);
  expect(await migrate()).toEqual([1201, 3]);
  expect(await (await comments()).findOne({ _id: idOf(1) })).toMatchObject({ answerCount: 1200 });
});
