import { toObjectId } from '../db/document';
import { inTransaction, type Transaction } from '../db/transaction';
import {
  type CommentDocument,
  comments,
  insertComment,
  type NewComment,
  type StoredComment,
  toStored,
} from './comments';
import type { Block } from './content';
import { HAS_REPLIES, REPLIES_TAKEN } from './former-names';
import { COMMENT_MAX_REPLIES } from './schema';

/**
 * What happens to a comment after it was written. Each is one conditional write that itself checks what the comment is:
 * of two that come at once the second finds what the first has made of it.
 */

/**
 * Inserts a reply and counts it at its top-level comment, in one transaction: a reply is counted once, and only while it
 * exists. Marks the comment, so that deleting it from now on leaves a placeholder. Null if that is not a visible top-level
 * comment of this film, or has all the replies it can have. Throws a duplicate key if there is a comment with this id.
 */
export async function insertReply(reply: NewComment & { parentId: string }): Promise<StoredComment | null> {
  const _id = toObjectId(reply.parentId);
  const open = { _id, filmId: reply.filmId, parentId: null, state: 'visible' as const };
  const collection = await comments();
  return inTransaction(async (session) => {
    const { matchedCount } = await collection.updateOne(
      { ...open, $expr: { $lt: [REPLIES_TAKEN, COMMENT_MAX_REPLIES] } },
      { $set: { hasReplies: true }, $inc: { replyCount: 1 } },
      { session },
    );
    return matchedCount === 0 ? null : insertComment(reply, session);
  });
}

/** Deletes a comment that was inserted while the discussion was being closed. */
export async function deleteUnpublished(id: string): Promise<void> {
  const collection = await comments();
  await inTransaction(async (session) => {
    const gone = await collection.findOneAndDelete({ _id: toObjectId(id) }, { session });
    await uncountReply(gone, session);
  });
}

/** A deleted reply no longer counts. */
async function uncountReply(gone: CommentDocument | null, session: Transaction): Promise<void> {
  if (!gone?.parentId) return;
  await (await comments()).updateOne({ _id: gone.parentId }, { $inc: { replyCount: -1 } }, { session });
}

export interface Edit {
  body: string;
  content: Block[];
  spoiler: boolean;
}

/**
 * Changes the text of a visible comment, if it was posted after `since` and nobody has edited it since it was read.
 * Otherwise null.
 */
export async function updateBody(
  { id, editedAt }: Pick<StoredComment, 'id' | 'editedAt'>,
  { body, content, spoiler }: Edit,
  { since, now }: { since: Date; now: Date },
): Promise<StoredComment | null> {
  const asRead = { _id: toObjectId(id), editedAt, state: 'visible' as const, createdAt: { $gt: since } };
  const text = { $set: { body, content, spoiler, editedAt: now } };
  const found = await (await comments()).findOneAndUpdate(asRead, text, { returnDocument: 'after' });
  return found && toStored(found);
}

/** Restores the text from before an edit, unless the comment was deleted since. */
export async function revertEdit(before: StoredComment, after: StoredComment): Promise<void> {
  const edited = { _id: toObjectId(after.id), editedAt: after.editedAt, body: after.body };
  const { body, content, spoiler, editedAt } = before;
  await (await comments()).updateOne(edited, { $set: { body, content, spoiler, editedAt } });
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
    content: [],
    authorName: null,
    deletedBy,
    deletedAt: now,
    removal: null,
    listed: HAS_REPLIES,
  };
  const collection = await comments();
  return inTransaction(async (session) => {
    const before = await collection.findOneAndUpdate(filter, [{ $set: gone }], { session });
    await uncountReply(before, session);
    return before !== null;
  });
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
