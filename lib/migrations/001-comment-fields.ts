import type { toObjectId } from '../db/document';
import type { Db, Migration, MigrationRun } from './migration';

type Id = NonNullable<ReturnType<typeof toObjectId>>;

/** The fields of this moment, of a comment from before them. */
interface OldComment {
  _id: Id;
  authorId: string | null;
  parentId: Id | null;
}

const BATCH = 500;

/** Read as if they were there until then; a query for them found nothing. */
const ADDED = ['authorName', 'spoiler', 'editedAt', 'removal', 'answerCount', 'repliesTo'] as const;
const LACKING = { $or: ADDED.map((field) => ({ [field]: { $exists: false } })) };

const commentsOf = (db: Db) => db.collection<OldComment>('comments');

/** Comments learnt to be edited, removed, hidden as spoilers and counted, and whom an answer is for. */
export const commentFields: Migration = {
  id: 1,
  name: 'comment-fields',
  what: 'comments say whom they answer, how many answers they have, and that they were never edited or removed',
  async up({ db, dryRun, progress }: MigrationRun): Promise<number> {
    if (dryRun) return commentsOf(db).countDocuments(LACKING);
    let changed = 0;
    for (let batch = await nextBatch(db); batch.length > 0; batch = await nextBatch(db)) {
      await complete(db, batch);
      changed += batch.length;
      await progress(changed);
    }
    return changed;
  },
};

/** A completed one lacks nothing any more, so the next batch is always at the front. */
function nextBatch(db: Db): Promise<OldComment[]> {
  const projection = { authorId: 1, parentId: 1 };
  return commentsOf(db).find(LACKING, { projection }).limit(BATCH).toArray();
}

async function complete(db: Db, batch: OldComment[]): Promise<void> {
  const ids = batch.map(({ _id }) => _id);
  const parentIds = batch.flatMap(({ parentId }) => parentId ?? []);
  const [parents, counts] = await Promise.all([
    commentsOf(db)
      .find({ _id: { $in: parentIds } }, { projection: { authorId: 1 } })
      .toArray(),
    commentsOf(db)
      .aggregate<{ _id: Id; answers: number }>([
        { $match: { parentId: { $in: ids } } },
        { $group: { _id: '$parentId', answers: { $sum: 1 } } },
      ])
      .toArray(),
  ]);
  const authorOf = new Map(parents.map(({ _id, authorId }) => [String(_id), authorId]));
  const answersOf = new Map(counts.map(({ _id, answers }) => [String(_id), answers]));
  const writes = batch.map(({ _id, authorId, parentId }) => {
    const answered = authorOf.get(String(parentId)) ?? null;
    const set = {
      authorName: { $ifNull: ['$authorName', null] },
      spoiler: { $ifNull: ['$spoiler', false] },
      editedAt: { $ifNull: ['$editedAt', null] },
      removal: { $ifNull: ['$removal', null] },
      // The site goes on meanwhile: an answer that comes now has been counted here, or counts itself.
      answerCount: { $max: ['$answerCount', answersOf.get(String(_id)) ?? 0] },
      // Nobody is told of their own answer.
      repliesTo: { $ifNull: ['$repliesTo', answered === authorId ? null : answered] },
    };
    return { updateOne: { filter: { _id }, update: [{ $set: set }] } };
  });
  await commentsOf(db).bulkWrite(writes, { ordered: false });
}
