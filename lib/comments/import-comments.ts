import { toObjectId } from '../db/object-id';
import { type CommentDocument, type CommentWrite, comments, FRESH } from './comments';

/** A comment from elsewhere, with an id of its own, so that a second run finds it. It answers nothing. */
export interface ImportedComment {
  id: string;
  filmId: string;
  /** Its writer's account here, else null and a name. */
  authorId: string | null;
  authorName: string | null;
  /** At most `COMMENT_MAX_LENGTH` code points: the database refuses more. */
  body: string;
  createdAt: Date;
}

export interface ImportCounts {
  new: number;
  unchanged: number;
  changed: number;
}

/**
 * Writes comments from elsewhere by their id, two queries for all of them (a thousand at a time is a good measure): those
 * that are not there are added, those that are there take what is given. One that was deleted, removed or edited here
 * stays as it is and counts as unchanged. A dry run counts alone.
 */
export async function importComments(
  list: readonly ImportedComment[],
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<ImportCounts> {
  const counts = { new: 0, unchanged: 0, changed: 0 };
  if (list.length === 0) return counts;
  const collection = await comments();
  const ids = list.map(({ id }) => toObjectId(id));
  const found = await collection.find({ _id: { $in: ids } }).toArray();
  const known = new Map(found.map((document) => [document._id.toHexString(), document]));
  const writes = list.flatMap((comment): CommentWrite[] => {
    const { id } = comment;
    const facts = factsOf(comment);
    const fate = fateOf(known.get(id), facts);
    counts[fate] += 1;
    const _id = toObjectId(id);
    if (fate === 'unchanged') return [];
    if (fate === 'changed') {
      const untouched = { _id, state: 'visible' as const, editedAt: null };
      return [{ updateOne: { filter: untouched, update: { $set: facts } } }];
    }
    return [{ updateOne: { filter: { _id }, update: { $setOnInsert: fresh(facts) }, upsert: true } }];
  });
  if (writes.length > 0 && !dryRun) await collection.bulkWrite(writes, { ordered: false });
  return counts;
}

type Facts = Omit<ImportedComment, 'id'>;

function factsOf({ filmId, authorId, authorName, body, createdAt }: ImportedComment): Facts {
  return { filmId, authorId, authorName, body, createdAt };
}

function fateOf(known: CommentDocument | undefined, facts: Facts): keyof ImportCounts {
  if (!known) return 'new';
  if (known.state !== 'visible' || known.editedAt) return 'unchanged';
  const isSame =
    known.filmId === facts.filmId &&
    known.authorId === facts.authorId &&
    known.authorName === facts.authorName &&
    known.body === facts.body &&
    known.createdAt.getTime() === facts.createdAt.getTime();
  return isSame ? 'unchanged' : 'changed';
}

function fresh(facts: Facts): Omit<CommentDocument, '_id'> {
  return { ...FRESH, parentId: null, repliesTo: null, spoiler: false, requestHash: '', ...facts };
}
