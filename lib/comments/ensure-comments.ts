import { toObjectId } from '../db/object-id';
import { type CommentDocument, comments, FRESH, type StoredComment } from './comments';

/** A comment with an id of its own, so that a second run finds it, and with what has happened to it since. */
export type SeedComment = Pick<StoredComment, 'id' | 'filmId' | 'parentId' | 'body' | 'createdAt'> & {
  authorId: string;
} & Partial<Pick<StoredComment, 'spoiler' | 'editedAt' | 'removal'>>;

/**
 * Adds those that are not there yet, known by their id; what is there stays as it is. A comment and its answers come in one
 * list.
 */
export async function ensureComments(list: readonly SeedComment[]): Promise<void> {
  if (list.length === 0) return;
  const answerCounts = new Map<string | null, number>();
  for (const { parentId } of list) answerCounts.set(parentId, (answerCounts.get(parentId) ?? 0) + 1);
  const authorOf = new Map(list.map(({ id, authorId }) => [id, authorId]));
  const writes = list.map(({ id, parentId, removal = null, ...comment }) => {
    const answerCount = answerCounts.get(id) ?? 0;
    const answered = answerCount > 0;
    const answersTo = parentId === null ? null : (authorOf.get(parentId) ?? null);
    const document: Omit<CommentDocument, '_id'> = {
      ...FRESH,
      spoiler: false,
      ...comment,
      parentId: parentId === null ? null : toObjectId(parentId),
      repliesTo: answersTo === comment.authorId ? null : answersTo,
      answered,
      answerCount,
      requestHash: '',
      ...(removal ? { state: 'removed', removal, listed: answered } : {}),
    };
    return {
      updateOne: { filter: { _id: toObjectId(id) }, update: { $setOnInsert: document }, upsert: true },
    };
  });
  await (await comments()).bulkWrite(writes, { ordered: false });
}
