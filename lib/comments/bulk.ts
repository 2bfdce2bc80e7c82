import { toObjectId } from '../db/document';
import type { Transaction } from '../db/transaction';
import {
  type CommentDocument,
  type CommentWrite,
  comments,
  newCommentDefaults,
  type StoredComment,
} from './comments';
import type { Block } from './content';
import { moveDiscussion } from './discussions';
import { renderMarkdown } from './markdown';

/** Many comments at once: of the seed, of an import, of a film that gets another slug. */

/** A comment with an id of its own, so that a second run finds it, and with what has happened to it since. */
export type SeedComment = Pick<StoredComment, 'id' | 'filmId' | 'parentId' | 'body' | 'createdAt'> & {
  authorId: string;
} & Partial<Pick<StoredComment, 'spoiler' | 'editedAt' | 'removal'>>;

/**
 * Inserts comments that do not exist yet, by id; existing ones stay as they are. A comment and its replies must be in
 * one list.
 */
export async function ensureComments(list: readonly SeedComment[]): Promise<void> {
  if (list.length === 0) return;
  const replyCounts = new Map<string | null, number>();
  for (const { parentId } of list) replyCounts.set(parentId, (replyCounts.get(parentId) ?? 0) + 1);
  const authorOf = new Map(list.map(({ id, authorId }) => [id, authorId]));
  const writes = list.map(({ id, parentId, removal = null, ...comment }) => {
    const replyCount = replyCounts.get(id) ?? 0;
    const hasReplies = replyCount > 0;
    const replyTo = parentId === null ? null : (authorOf.get(parentId) ?? null);
    const document: Omit<CommentDocument, '_id'> = {
      ...newCommentDefaults,
      spoiler: false,
      ...comment,
      content: renderMarkdown(comment.body),
      parentId: parentId === null ? null : toObjectId(parentId),
      replyToAuthorId: replyTo === comment.authorId ? null : replyTo,
      hasReplies,
      replyCount,
      requestHash: '',
      ...(removal ? { state: 'removed', removal, listed: hasReplies } : {}),
    };
    return {
      updateOne: { filter: { _id: toObjectId(id) }, update: { $setOnInsert: document }, upsert: true },
    };
  });
  await (await comments()).bulkWrite(writes, { ordered: false });
}

/** A comment from another system, with a stable id, so that a second import finds it. It is never a reply. */
export interface ImportedComment {
  id: string;
  filmId: string;
  /** The account of its author here, otherwise null and a name. */
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

type Facts = Omit<ImportedComment, 'id'> & { content: Block[] };

function factsOf({ filmId, authorId, authorName, body, createdAt }: ImportedComment): Facts {
  return { filmId, authorId, authorName, body, content: renderMarkdown(body), createdAt };
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
  return {
    ...newCommentDefaults,
    parentId: null,
    spoiler: false,
    requestHash: '',
    ...facts,
  };
}

/** Moves a film's comments and the state of its discussion to another slug, which has none yet. */
export async function moveComments(from: string, to: string, session: Transaction): Promise<void> {
  await (await comments()).updateMany({ filmId: from }, { $set: { filmId: to } }, { session });
  await moveDiscussion(from, to, session);
}
