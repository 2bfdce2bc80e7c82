import { ObjectId } from 'mongodb';
import * as z from 'zod/mini';
import { isDuplicateKey } from '../db/client';
import { defineCollection } from '../db/collection';
import { toObjectId } from '../db/object-id';
import { parseStored } from '../db/parse-stored';
import { commentListPipeline } from './comment-list';
import type { CommentCursor } from './cursor';
import { COMMENT_MAX_LENGTH, commentIdSchema } from './schema';

/** A comment as stored, its ids as text. */
const storedCommentSchema = z.object({
  id: commentIdSchema,
  /** The film's slug. */
  filmId: z.string(),
  /** The id of the Identity user. Kept when the comment is deleted, and never shown then. */
  authorId: z.string(),
  parentId: z.nullable(commentIdSchema),
  body: z.string(),
  createdAt: z.date(),
  state: z.enum(['visible', 'deleted']),
  deletedBy: z.nullable(z.enum(['writer', 'staff'])),
  /** What was sent under its Idempotency-Key. */
  requestHash: z.string(),
});
export type StoredComment = z.infer<typeof storedCommentSchema>;

export type NewComment = Omit<StoredComment, 'state' | 'deletedBy'>;
/** For the seed: ids of its own, so that a second run finds them. */
export type SeedComment = Omit<NewComment, 'requestHash'>;

interface CommentDocument extends Omit<StoredComment, 'id' | 'parentId'> {
  _id: ObjectId;
  parentId: ObjectId | null;
  deletedAt: Date | null;
  /** Once answered, always: a comment that is deleted after that leaves a stub. */
  answered: boolean;
  /** Stands in the list: visible, or a stub. Decided by the same write that deletes. */
  listed: boolean;
}

/** The collection's door, for the domain's own files. */
export const comments = defineCollection<CommentDocument>({
  name: 'comments',
  schema: {
    bsonType: 'object',
    required: [
      'filmId',
      'authorId',
      'parentId',
      'body',
      'createdAt',
      'state',
      'deletedBy',
      'answered',
      'listed',
      'requestHash',
    ],
    properties: {
      filmId: { bsonType: 'string' },
      authorId: { bsonType: 'string', minLength: 1 },
      parentId: { bsonType: ['objectId', 'null'] },
      body: { bsonType: 'string', maxLength: COMMENT_MAX_LENGTH },
      createdAt: { bsonType: 'date' },
      state: { enum: ['visible', 'deleted'] },
      deletedBy: { enum: ['writer', 'staff', null] },
      deletedAt: { bsonType: ['date', 'null'] },
      answered: { bsonType: 'bool' },
      listed: { bsonType: 'bool' },
      requestHash: { bsonType: 'string' },
    },
  },
  indexes: [
    { name: 'list', key: { filmId: 1, parentId: 1, listed: 1, createdAt: -1, _id: -1 } },
    { name: 'replies', key: { parentId: 1, createdAt: 1 } },
    { name: 'total', key: { filmId: 1, state: 1 } },
    { name: 'author-film', key: { authorId: 1, filmId: 1 } },
  ],
});

/** A film's comments after `cursor` with their replies, newest first, and the number of all. One query. */
export async function listThreads(
  filmId: string,
  cursor: CommentCursor | null,
  limit: number,
): Promise<{ threads: (StoredComment & { replies: StoredComment[] })[]; total: number }> {
  const after = cursor && { createdAt: cursor.createdAt, _id: ObjectId.createFromHexString(cursor.id) };
  const found = await (
    await comments()
  )
    .aggregate<(CommentDocument & { replies: CommentDocument[]; total?: never }) | { total: number }>(
      commentListPipeline(filmId, after, limit),
    )
    .toArray();
  const threads = found.flatMap((entry) =>
    entry.total === undefined ? [{ ...toStored(entry), replies: entry.replies.map(toStored) }] : [],
  );
  return { threads, total: found.find((entry) => entry.total !== undefined)?.total ?? 0 };
}

export async function findComment(id: string): Promise<StoredComment | null> {
  const _id = toObjectId(id);
  const document = _id && (await (await comments()).findOne({ _id }));
  return document && toStored(document);
}

/** Writes a comment, or finds the one that has this id: the same request, a moment earlier. */
export async function insertComment({ id, parentId, ...comment }: NewComment): Promise<StoredComment> {
  const document: CommentDocument = {
    ...comment,
    _id: ObjectId.createFromHexString(id),
    parentId: parentId === null ? null : ObjectId.createFromHexString(parentId),
    ...FRESH,
  };
  try {
    await (await comments()).insertOne(document);
    return toStored(document);
  } catch (error) {
    const first = isDuplicateKey(error) ? await findComment(id) : null;
    if (first) return first;
    throw error;
  }
}

/**
 * Takes an answer: checks in one write that the comment is one of this film, no reply itself and still visible, and
 * marks it, so that deleting it from now on leaves a stub. False when it is not all of that.
 */
export async function markAnswered(id: string, filmId: string): Promise<boolean> {
  const _id = ObjectId.createFromHexString(id);
  const filter = { _id, filmId, parentId: null, state: 'visible' as const };
  return (await (await comments()).updateOne(filter, { $set: { answered: true } })).matchedCount === 1;
}

/** Empties a visible comment. Whether a stub stays is read and written in one step, so no answer loses its parent. */
export async function markDeleted(id: string, deletedBy: 'writer' | 'staff', now: Date): Promise<void> {
  const filter = { _id: ObjectId.createFromHexString(id), state: 'visible' as const };
  const gone = { state: 'deleted', body: '', deletedBy, deletedAt: now, listed: '$answered' };
  await (await comments()).updateOne(filter, [{ $set: gone }]);
}

/** Adds those that are not there yet, known by their id. A comment that was deleted stays deleted. */
export async function ensureComments(list: readonly SeedComment[]): Promise<void> {
  if (list.length === 0) return;
  const answered = new Set(list.map(({ parentId }) => parentId));
  const writes = list.map(({ id, parentId, ...comment }) => {
    const document = {
      ...comment,
      ...FRESH,
      parentId: parentId === null ? null : ObjectId.createFromHexString(parentId),
      answered: answered.has(id),
      requestHash: '',
    };
    const filter = { _id: ObjectId.createFromHexString(id) };
    return { updateOne: { filter, update: { $setOnInsert: document }, upsert: true } };
  });
  await (await comments()).bulkWrite(writes, { ordered: false });
}

const FRESH = { state: 'visible', deletedBy: null, deletedAt: null, answered: false, listed: true } as const;

function toStored({ _id, parentId, ...rest }: CommentDocument): StoredComment {
  const ids = { id: _id.toHexString(), parentId: parentId && parentId.toHexString() };
  return parseStored('comments', storedCommentSchema, { ...rest, ...ids });
}
