import type { toObjectId } from '../db/document';
import type { Db, Migration, MigrationRun } from './migration';

type Id = ReturnType<typeof toObjectId>;
interface Counted {
  _id: Id;
  replyCount: number;
}

const BATCH = 500;
const commentsOf = (db: Db) => db.collection<Counted>('comments');

/** Code of before counted a request again when it was repeated, and went on counting replies that were deleted. */
export const replyCounts: Migration = {
  id: 6,
  name: 'reply-counts',
  what: 'comments count the replies that they have',
  async up({ db, dryRun, progress }: MigrationRun): Promise<number> {
    let changed = 0;
    for (let batch = await nextBatch(db); batch.length > 0; batch = await nextBatch(db, batch.at(-1)?._id)) {
      const counts = await countReplies(db, batch);
      const wrong = batch.filter(
        ({ _id, replyCount }) => replyCount !== (counts.get(_id.toHexString()) ?? 0),
      );
      const writes = wrong.map(({ _id, replyCount }) => ({
        updateOne: {
          // Not a comment that has got or lost a reply since it was read.
          filter: { _id, replyCount },
          update: { $set: { replyCount: counts.get(_id.toHexString()) ?? 0 } },
        },
      }));
      if (!dryRun && writes.length > 0) await commentsOf(db).bulkWrite(writes, { ordered: false });
      changed += wrong.length;
      if (!dryRun) await progress(changed);
    }
    return changed;
  },
};

function nextBatch(db: Db, after?: Id): Promise<Counted[]> {
  return commentsOf(db)
    .find(
      { replyCount: { $gt: 0 }, ...(after && { _id: { $gt: after } }) },
      { projection: { replyCount: 1 } },
    )
    .sort({ _id: 1 })
    .limit(BATCH)
    .toArray();
}

async function countReplies(db: Db, batch: readonly Counted[]): Promise<Map<string, number>> {
  const there = { parentId: { $in: batch.map(({ _id }) => _id) }, state: { $ne: 'deleted' } };
  const found = await commentsOf(db)
    .aggregate<{ _id: Id; count: number }>([
      { $match: there },
      { $group: { _id: '$parentId', count: { $sum: 1 } } },
    ])
    .toArray();
  return new Map(found.map(({ _id, count }) => [_id.toHexString(), count]));
}
