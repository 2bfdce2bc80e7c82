import * as z from 'zod/mini';
import { userIdSchema } from '../identity/schema';
import { authorSchema } from '../members/schema';
import { commentIdSchema, commentSchema, replySchema } from './schema';

/** Comments away from the page of their film: permalinks, one's own, answers to one's own, a member's. */

const filmNameSchema = z.object({ slug: z.string(), title: z.string() });

/** `GET /api/comments/:id/thread`: the comment with all its replies, also when the id is that of a reply. */
export const threadSchema = z.object({ film: filmNameSchema, comment: commentSchema });
export type Thread = z.infer<typeof threadSchema>;

const placedCommentSchema = z.object({
  comment: replySchema,
  film: filmNameSchema,
  /** The comment that it answers, if it is a reply. */
  parentId: z.nullable(commentIdSchema),
});

/** `GET /api/me/comments`: newest first, what staff have removed included, with its words. */
export const myCommentsSchema = z.object({
  items: z.array(
    z.object({
      ...placedCommentSchema.shape,
      removal: z.nullable(z.object({ reason: z.string(), at: z.iso.datetime() })),
    }),
  ),
  nextCursor: z.nullable(z.string()),
});
export type MyComments = z.infer<typeof myCommentsSchema>;

/** New replies are counted up to here: more than these are "100 or more". */
export const UNREAD_COUNT_MAX = 100;

/** `GET /api/me/replies`: answers of others to one's comments, newest first. */
export const myRepliesSchema = z.object({
  items: z.array(z.object({ ...placedCommentSchema.shape, isNew: z.boolean() })),
  nextCursor: z.nullable(z.string()),
  /** All that came after what was seen, on whatever page. */
  newCount: z.int(),
});
export type MyReplies = z.infer<typeof myRepliesSchema>;

/** `POST /api/me/replies/seen`: `until` is the `createdAt` of the newest reply that was shown. Answers `newCount`. */
export const repliesSeenInputSchema = z.strictObject({
  until: z.iso.datetime('Name a moment, such as 2026-11-20T18:00:00.000Z.'),
});
export const repliesSeenSchema = z.object({ newCount: z.int() });

export const memberParamsSchema = z.object({ id: userIdSchema });

/** `GET /api/members/:id`: somebody with an account and their visible comments, newest first. Who left has no page. */
export const memberPageSchema = z.object({
  member: z.object({
    ...authorSchema.shape,
    /** When the account was made; null when the house does not know. */
    since: z.nullable(z.iso.datetime()),
  }),
  comments: z.object({ items: z.array(placedCommentSchema), nextCursor: z.nullable(z.string()) }),
});
export type MemberPage = z.infer<typeof memberPageSchema>;
