import type { AnyBulkWriteOperation, ObjectId } from 'mongodb';
import * as z from 'zod';
import { defineCollection } from '../db/collection';
import { parseDocument, parseObjectId, toObjectId } from '../db/document';
import type { Transaction } from '../db/transaction';
import { type Block, blockSchema } from './content';
import { withCurrentNames } from './former-names';
import { renderMarkdown } from './markdown';
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
  /** The Markdown as it was written. */
  body: z.string(),
  /** `body`, parsed when it was written. */
  content: z.array(blockSchema),
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
  content: Block[];
  spoiler: boolean;
  createdAt: Date;
  requestHash: string;
}

export interface CommentDocument extends Omit<StoredComment, 'id' | 'parentId' | 'replyToId' | 'content'> {
  _id: ObjectId;
  /** Missing in comments of earlier versions: theirs is parsed when they are read. */
  content?: Block[];
  parentId: ObjectId | null;
  replyToId: ObjectId | null;
  replyToAuthorId: string | null;
  deletedAt: Date | null;
  /** Once true, always: a comment that is deleted after that leaves a stub. */
  hasReplies: boolean;
  /** The number of replies that are not deleted, changed in the transaction that inserts or deletes one. */
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
      content: { bsonType: 'array' },
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

/** Throws a duplicate key if there is a comment with this id. */
export async function insertComment(
  { id, parentId, replyToId, ...comment }: NewComment,
  session?: Transaction,
): Promise<StoredComment> {
  const document: CommentDocument = {
    ...newCommentDefaults,
    ...comment,
    _id: toObjectId(id),
    parentId: parentId === null ? null : toObjectId(parentId),
    replyToId: replyToId === null ? null : toObjectId(replyToId),
  };
  await (await comments()).insertOne(document, session && { session });
  return toStored(document);
}

export function toStored(document: CommentDocument): StoredComment {
  const { _id, parentId, replyToId, content, ...rest } = withCurrentNames(document);
  const ids = {
    id: _id.toHexString(),
    parentId: parentId && parentId.toHexString(),
    replyToId: replyToId && replyToId.toHexString(),
  };
  const written = content ?? renderMarkdown(document.body);
  return parseDocument('comments', storedCommentSchema, { ...rest, ...ids, content: written });
}
