import { isDuplicateKey } from '../db/client';
import type { toObjectId } from '../db/document';
import type { Db, Migration, MigrationRun } from './migration';

type Id = ReturnType<typeof toObjectId>;

const BATCH = 500;

/** A comment under the names of before, in whatever mixture code of before and of after has left it. */
const FORMER = ['answersId', 'repliesTo', 'answered', 'answerCount'] as const;
const FORMER_COMMENT = {
  $or: [...FORMER.map((field) => ({ [field]: { $exists: true } })), { deletedBy: 'writer' }],
};

interface FormerDiscussion {
  _id: string;
  state: string;
  reason: string | null;
  by: string;
  at: Date;
}
interface Discussion {
  _id: string;
  state: string;
  reason: string | null;
  changedBy: string;
  changedAt: Date;
}

const commentsOf = (db: Db) => db.collection<{ _id: Id }>('comments');
const formerDiscussionsOf = (db: Db) => db.collection<FormerDiscussion>('talks');

/**
 * Comments say what they reply to and discussions who closed them, under the names that the code has for it. Code of before
 * and of after may both be writing meanwhile: each document is changed by one write that takes the two together.
 */
export const names: Migration = {
  id: 5,
  name: 'names',
  what: 'comments and discussions are stored under the names that the code has for them',
  async up({ db, dryRun, progress }: MigrationRun): Promise<number> {
    if (dryRun) {
      const counts = [
        commentsOf(db).countDocuments(FORMER_COMMENT),
        formerDiscussionsOf(db).countDocuments(),
      ];
      return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
    }
    await relaxValidator(db);
    // Before the first comment is found by it; the index of before stays for those that are not yet renamed.
    const key = { replyToAuthorId: 1, createdAt: -1, _id: -1 } as const;
    await commentsOf(db).createIndex(key, { name: 'replies-to-author' });
    const renamed = await renameFields(db, progress);
    const moved = await moveDiscussions(db, (sofar) => progress(renamed + sofar));
    return renamed + moved;
  },
};

/** A validator that code of before has declared wants `answered` and knows no `author`. The next declaration replaces it. */
async function relaxValidator(db: Db): Promise<void> {
  const [info] = await db.listCollections({ name: 'comments' }).toArray();
  const schema: Schema | undefined =
    info && 'options' in info ? info.options?.validator?.['$jsonSchema'] : undefined;
  const { required = [], properties = {} } = schema ?? {};
  if (!required.includes('answered')) return;
  const relaxed = {
    ...schema,
    required: required.filter((field) => field !== 'answered'),
    properties: { ...properties, deletedBy: { enum: ['author', 'writer', 'staff', null] } },
  };
  await db.command({ collMod: 'comments', validator: { $jsonSchema: relaxed } });
}

interface Schema {
  required?: string[];
  properties?: Record<string, unknown>;
}

/** In the order of `_id`, again and again until nothing is found: code of before may have written behind the pass. */
async function renameFields(db: Db, progress: MigrationRun['progress']): Promise<number> {
  let changed = 0;
  for (;;) {
    const before = changed;
    for (let ids = await nextIds(db); ids.length > 0; ids = await nextIds(db, ids.at(-1))) {
      changed += await renameBatch(db, ids);
      await progress(changed);
    }
    if (changed === before) return changed;
  }
}

/**
 * In a transaction, so that a batch that meets somebody's write runs again: outside of one, DocumentDB computes the new
 * document from what it read before that write.
 */
function renameBatch(db: Db, ids: Id[]): Promise<number> {
  return db.client.withSession((session) =>
    session.withTransaction(async () => {
      const { modifiedCount } = await commentsOf(db).updateMany({ _id: { $in: ids } }, RENAME, { session });
      return modifiedCount;
    }),
  );
}

async function nextIds(db: Db, after?: Id): Promise<Id[]> {
  const filter = { ...FORMER_COMMENT, ...(after && { _id: { $gt: after } }) };
  const page = commentsOf(db).find(filter, { projection: { _id: 1 } });
  const found = await page.sort({ _id: 1 }).limit(BATCH).toArray();
  return found.map(({ _id }) => _id);
}

const HAS_REPLIES = { $or: ['$hasReplies', '$answered'] };

const RENAME = [
  {
    $set: {
      replyToId: firstOf('$replyToId', '$answersId', null),
      replyToAuthorId: firstOf('$replyToAuthorId', '$repliesTo', null),
      hasReplies: HAS_REPLIES,
      // Each counts the replies that it has taken, and neither those of the other.
      replyCount: { $add: [firstOf('$replyCount', 0), firstOf('$answerCount', 0)] },
      deletedBy: { $cond: [{ $eq: ['$deletedBy', 'writer'] }, 'author', '$deletedBy'] },
      // Code of before asks `answered` alone whether a stub stays.
      listed: { $or: [{ $eq: ['$state', 'visible'] }, HAS_REPLIES] },
    },
  },
  { $unset: [...FORMER] },
];

function firstOf(...values: (string | number | null)[]): unknown {
  return values.reduceRight<unknown>(
    (rest, value) => (rest === undefined ? value : { $ifNull: [value, rest] }),
    undefined,
  );
}

/**
 * Copies, then deletes: `discussions` is there already when code of after has run, so nothing can be renamed to it. What was
 * said later stays, whichever code was told.
 */
async function moveDiscussions(db: Db, progress: MigrationRun['progress']): Promise<number> {
  let changed = 0;
  for (;;) {
    const batch = await formerDiscussionsOf(db).find().limit(BATCH).toArray();
    if (batch.length === 0) return changed;
    for (const { _id, state, reason, by, at } of batch) {
      await writeDiscussion(db, { _id, state, reason, changedBy: by, changedAt: at });
      // Not what has been said since it was read: the next round finds that.
      changed += (await formerDiscussionsOf(db).deleteOne({ _id, at })).deletedCount;
    }
    await progress(changed);
  }
}

async function writeDiscussion(db: Db, { _id, ...said }: Discussion): Promise<void> {
  const older = { _id, changedAt: { $lt: said.changedAt } };
  await db
    .collection<Discussion>('discussions')
    .updateOne(older, { $set: said }, { upsert: true })
    .catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error; // there is one that is not older
    });
}
