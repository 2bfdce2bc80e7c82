import { toObjectId } from '../db/document';
import { comments, type StoredComment, toStored } from './comments';
import { HAS_REPLIES, REPLIES_TAKEN } from './former-names';
import { COMMENT_MAX_REPLIES } from './schema';

/**
 * What happens to a comment after it was written. Each is one conditional write that itself checks what the comment is:
 * of two that come at once the second finds what the first has made of it.
 */

/**
 * Claims one of a comment's reply slots, and marks the comment, so that deleting it from now on leaves a placeholder.
 * Null if it is not a visible top-level comment of this film, or has no free slot.
 */
export async function claimReplySlot(id: string, filmId: string): Promise<StoredComment | null> {
  const free = { _id: toObjectId(id), filmId, parentId: null, state: 'visible' as const };
  const found = await (
    await comments()
  ).findOneAndUpdate(
    { ...free, $expr: { $lt: [REPLIES_TAKEN, COMMENT_MAX_REPLIES] } },
    { $set: { hasReplies: true }, $inc: { replyCount: 1 } },
  );
  return found && toStored(found);
}

export interface Edit {
  body: string;
  spoiler: boolean;
}

/**
 * Changes the text of a visible comment, if it was posted after `since` and nobody has edited it since it was read.
 * Otherwise null.
 */
export async function updateBody(
  { id, editedAt }: Pick<StoredComment, 'id' | 'editedAt'>,
  { body, spoiler }: Edit,
  { since, now }: { since: Date; now: Date },
): Promise<StoredComment | null> {
  const asRead = { _id: toObjectId(id), editedAt, state: 'visible' as const, createdAt: { $gt: since } };
  const words = { $set: { body, spoiler, editedAt: now } };
  const found = await (await comments()).findOneAndUpdate(asRead, words, { returnDocument: 'after' });
  return found && toStored(found);
}

/** Restores the text from before an edit, unless the comment was deleted since. */
export async function revertEdit(before: StoredComment, after: StoredComment): Promise<void> {
  const edited = { _id: toObjectId(after.id), editedAt: after.editedAt, body: after.body };
  const { body, spoiler, editedAt } = before;
  await (await comments()).updateOne(edited, { $set: { body, spoiler, editedAt } });
}

/**
 * Deletes a comment's text permanently. Whether a placeholder stays is read and written in one step, so no reply
 * loses its parent. False if it was deleted already.
 */
export async function softDeleteComment(
  id: string,
  deletedBy: 'author' | 'staff',
  now: Date,
): Promise<boolean> {
  const filter = { _id: toObjectId(id), state: { $in: ['visible' as const, 'removed' as const] } };
  const gone = {
    state: 'deleted',
    body: '',
    authorName: null,
    deletedBy,
    deletedAt: now,
    removal: null,
    listed: HAS_REPLIES,
  };
  return (await (await comments()).updateOne(filter, [{ $set: gone }])).matchedCount === 1;
}

/** Hides a visible comment but keeps its text. False if it is not visible. */
export async function removeStoredComment(
  id: string,
  removal: { reason: string; by: string; at: Date },
): Promise<boolean> {
  const filter = { _id: toObjectId(id), state: 'visible' as const };
  // $literal: a reason that begins with a dollar is a reason, not the name of a field.
  const taken = { state: 'removed', removal: { $literal: removal }, listed: HAS_REPLIES };
  return (await (await comments()).updateOne(filter, [{ $set: taken }])).matchedCount === 1;
}

/** Puts a removed comment back where it was. False when it is not removed. */
export async function restoreStoredComment(id: string): Promise<boolean> {
  const filter = { _id: toObjectId(id), state: 'removed' as const };
  const back = { state: 'visible' as const, removal: null, listed: true };
  return (await (await comments()).updateOne(filter, { $set: back })).matchedCount === 1;
}
