import type { AnyBulkWriteOperation, ObjectId } from 'mongodb';
import * as z from 'zod';
import { isDuplicateKey } from '../db/client';
import { defineCollection } from '../db/collection';
import { toObjectId, parseObjectId } from '../db/document';
import { parseDocument } from '../db/document';
import { withCurrentNames } from './former-names';
import { COMMENT_MAX_LENGTH, commentIdSchema } from './schema';

/** Why staff took a comment away; `by` is the id of the Identity user. */
const removalSchema = z.object({ reason: z.string(), by: z.string(), at: z.date() });

/** A comment as stored, its ids as text. What has a default is missing in documents of earlier versions. */
const storedCommentSchema = z.object({
  id: commentIdSchema,
  /** The film's slug. */
  filmId: z.string(),
  /** The id of the Identity user. It stays when the comment is deleted, but is not shown then. Null for a guest. */
  authorId: z.nullable(z.string()),
  /** The name of a guest: somebody who never had an account here. */
  authorName: z.string().nullable().default(null),
  /** The top-level comment of the thread that a reply belongs to. */
  parentId: z.nullable(commentIdSchema),
  /** What a reply replies to: the first comment, or another reply. Null means the first, too. */
  replyToId: z.nullable(commentIdSchema),
  body: z.string(),
  spoiler: z.boolean().default(false),
  createdAt: z.date(),
  editedAt: z.date().nullable().default(null),
  state: z.enum(['visible', 'deleted', 'removed']),
  deletedBy: z.nullable(z.enum(['author', 'staff'])),
  /** Set while the state is `removed`. */
  removal: removalSchema.nullable().default(null),
  /** The hash of the request with this Idempotency-Key. */
  requestHash: z.string(),
});
export type StoredComment = z.infer<typeof storedCommentSchema>;

export interface NewComment {
  id: string;
  filmId: string;
  authorId: string;
  parentId: string | null;
  replyToId: string | null;
  /**
   * The author of the comment that this replies to, unless it is the same person: they get to see the reply in their
   * account.
   */
  replyToAuthorId: string | null;
  body: string;
  spoiler: boolean;
  createdAt: Date;
  requestHash: string;
}

export interface CommentDocument extends Omit<StoredComment, 'id' | 'parentId' | 'replyToId'> {
  _id: ObjectId;
  parentId: ObjectId | null;
  replyToId: ObjectId | null;
  replyToAuthorId: string | null;
  deletedAt: Date | null;
  /** Once true, always: a comment that is deleted after that leaves a stub. */
  hasReplies: boolean;
  /** The number of reply slots taken, including replies that were deleted since. */
  replyCount: number;
  /** Whether it is listed: visible, or a placeholder. Decided by the write that deletes it. */
  listed: boolean;
}

export type CommentWrite = AnyBulkWriteOperation<CommentDocument>;

/** For the domain's own files. */
export const comments = defineCollection<CommentDocument>({
  name: 'comments',
  schema: {
    bsonType: 'object',
    // `hasReplies` too, once no comment from before migration 5 is left.
    required: [
      'filmId',
      'authorId',
      'parentId',
      'body',
      'createdAt',
      'state',
      'deletedBy',
      'listed',
      'requestHash',
    ],
    properties: {
      filmId: { bsonType: 'string' },
      authorId: { bsonType: ['string', 'null'], minLength: 1 },
      authorName: { bsonType: ['string', 'null'], minLength: 1 },
      parentId: { bsonType: ['objectId', 'null'] },
      replyToId: { bsonType: ['objectId', 'null'] },
      replyToAuthorId: { bsonType: ['string', 'null'] },
      body: { bsonType: 'string', maxLength: COMMENT_MAX_LENGTH },
      spoiler: { bsonType: 'bool' },
      createdAt: { bsonType: 'date' },
      editedAt: { bsonType: ['date', 'null'] },
      state: { enum: ['visible', 'deleted', 'removed'] },
      deletedBy: { enum: ['author', 'writer', 'staff', null] },
      deletedAt: { bsonType: ['date', 'null'] },
      removal: { bsonType: ['object', 'null'], required: ['reason', 'by', 'at'] },
      hasReplies: { bsonType: 'bool' },
      replyCount: { bsonType: ['int', 'long', 'double'] },
      listed: { bsonType: 'bool' },
      requestHash: { bsonType: 'string' },
    },
  },
  indexes: [
    { name: 'list', key: { filmId: 1, parentId: 1, listed: 1, createdAt: -1, _id: -1 } },
    { name: 'replies', key: { parentId: 1, createdAt: 1 } },
    { name: 'total', key: { filmId: 1, state: 1 } },
    { name: 'author-film', key: { authorId: 1, filmId: 1 } },
    { name: 'author', key: { authorId: 1, createdAt: -1, _id: -1 } },
    { name: 'replies-to-author', key: { replyToAuthorId: 1, createdAt: -1, _id: -1 } },
    { name: 'replies-to', key: { repliesTo: 1, createdAt: -1, _id: -1 } },
  ],
});

/** What every comment is while it is new. */
export const newCommentDefaults = {
  replyToId: null,
  replyToAuthorId: null,
  authorName: null,
  editedAt: null,
  state: 'visible',
  deletedBy: null,
  deletedAt: null,
  removal: null,
  hasReplies: false,
  replyCount: 0,
  listed: true,
} as const;

export async function findComment(id: string): Promise<StoredComment | null> {
  const _id = parseObjectId(id);
  const document = _id && (await (await comments()).findOne({ _id }));
  return document && toStored(document);
}

/** Writes a comment, or finds the one that has this id: the same request, a moment earlier. */
export async function insertComment({
  id,
  parentId,
  replyToId,
  ...comment
}: NewComment): Promise<{ comment: StoredComment; isNew: boolean }> {
  const document: CommentDocument = {
    ...newCommentDefaults,
    ...comment,
    _id: toObjectId(id),
    parentId: parentId === null ? null : toObjectId(parentId),
    replyToId: replyToId === null ? null : toObjectId(replyToId),
  };
  try {
    await (await comments()).insertOne(document);
    return { comment: toStored(document), isNew: true };
  } catch (error) {
    const first = isDuplicateKey(error) ? await findComment(id) : null;
    if (first) return { comment: first, isNew: false };
    throw error;
  }
}

/** Deletes a comment that was inserted while the discussion was being closed, without a trace. */
export async function deleteUnpublished(id: string): Promise<void> {
  await (await comments()).deleteOne({ _id: toObjectId(id) });
}

export function toStored(document: CommentDocument): StoredComment {
  const { _id, parentId, replyToId, ...rest } = withCurrentNames(document);
  const ids = {
    id: _id.toHexString(),
    parentId: parentId && parentId.toHexString(),
    replyToId: replyToId && replyToId.toHexString(),
  };
  return parseDocument('comments', storedCommentSchema, { ...rest, ...ids });
}
