import * as z from 'zod/mini';
import { authorSchema } from '../members/schema';
import { commentLength, tidyBody } from './body';

export type { Author } from '../members/schema';

/** Unicode code points, after `tidyBody`: an emoji counts as one or a few, never by its bytes. */
export const COMMENT_MAX_LENGTH = 2_000;
/** One comment in this time, for each member. */
export const COMMENT_PAUSE_SECONDS = 10;
export const COMMENTS_PAGE_SIZE = 20;

export const commentIdSchema = z
  .string('A comment is named by 24 hex digits.')
  .check(z.regex(/^[0-9a-f]{24}$/, 'A comment is named by 24 hex digits.'));

const commentFields = {
  id: commentIdSchema,
  /** `deleted`: a stub that stays because it has answers; its body and author are gone. */
  state: z.enum(['visible', 'deleted']),
  /** Who deleted it: its writer or the house's staff. Null while it is visible. */
  deletedBy: z.nullable(z.enum(['writer', 'staff'])),
  author: z.nullable(authorSchema),
  body: z.string(),
  createdAt: z.iso.datetime(),
};

export const replySchema = z.object(commentFields);
export type Reply = z.infer<typeof replySchema>;

export const commentSchema = z.object({
  ...commentFields,
  /** Oldest first. */
  replies: z.array(replySchema),
});
export type Comment = z.infer<typeof commentSchema>;

/** `GET /api/films/:slug/comments`: newest first. */
export const commentPageSchema = z.object({
  items: z.array(commentSchema),
  nextCursor: z.nullable(z.string()),
  /** All visible comments on the film, replies included. */
  total: z.int(),
});
export type CommentPage = z.infer<typeof commentPageSchema>;

export const commentQuerySchema = z.strictObject({
  cursor: z.optional(
    z.string().check(z.maxLength(200, 'Use the nextCursor of the page before, as it came.')),
  ),
});

/** `POST /api/films/:slug/comments`. The answer, 201, is a `commentSchema` for a comment and for a reply alike. */
export const commentInputSchema = z.strictObject({
  body: z.string().check(
    z.overwrite(tidyBody),
    z.minLength(1, 'Write something first.'),
    z.refine((body) => commentLength(body) <= COMMENT_MAX_LENGTH, {
      error: `Use at most ${COMMENT_MAX_LENGTH.toLocaleString('en')} characters.`,
    }),
  ),
  /** The comment that this answers; null or absent for a new one. Answers have no answers. */
  parentId: z.optional(z.nullable(commentIdSchema)),
});
export type CommentInput = z.infer<typeof commentInputSchema>;
