import * as z from 'zod/mini';
import { userIdSchema } from '../identity/schema';
import { authorSchema } from '../members/schema';
import { normalizeText, textLength } from '../text';
import { blockSchema } from './content';

export type { Author } from '../members/schema';

/** Unicode code points, after `normalizeText`: an emoji counts as one or a few, never by its bytes. */
export const COMMENT_MAX_LENGTH = 2_000;
/** One comment in this time, for each member. */
export const COMMENT_PAUSE_SECONDS = 10;
/** How long authors can edit what they posted. */
export const COMMENT_EDIT_MINUTES = 15;
export const COMMENT_MAX_LINKS = 3;
/** The limit of replies to one comment. All of them are loaded with it. */
export const COMMENT_MAX_REPLIES = 100;
export const COMMENTS_PAGE_SIZE = 20;
/** New replies are counted up to here: more than these are "100 or more". */
export const UNREAD_COUNT_MAX = 100;
/** Of a removal and of a closed discussion, in code points. */
export const REASON_MAX_LENGTH = 500;

export const commentIdSchema = z
  .string('A comment is named by 24 hex digits.')
  .check(z.regex(/^[0-9a-f]{24}$/, 'A comment is named by 24 hex digits.'));
export const commentParamsSchema = z.object({ id: commentIdSchema });

const commentFields = {
  id: commentIdSchema,
  /**
   * `deleted` and `removed`: a placeholder without author and text, which stays because it has replies. Staff can
   * restore what was removed; what was deleted is gone.
   */
  state: z.enum(['visible', 'deleted', 'removed']),
  /** Who deleted it: its author or staff. Null unless it is deleted. */
  deletedBy: z.nullable(z.enum(['author', 'staff'])),
  /** What a reply replies to: the top-level comment, or another reply below it. Null for a top-level comment. */
  replyToId: z.nullable(commentIdSchema),
  author: z.nullable(authorSchema),
  /** The text as a tree, to show. */
  content: z.array(blockSchema),
  /** To be folded until somebody asks for it. */
  spoiler: z.boolean(),
  createdAt: z.iso.datetime(),
  editedAt: z.nullable(z.iso.datetime()),
};

export const replySchema = z.object(commentFields);
export type Reply = z.infer<typeof replySchema>;

export const commentSchema = z.object({
  ...commentFields,
  /** All of them (at most `COMMENT_MAX_REPLIES`), oldest first. */
  replies: z.array(replySchema),
});
export type Comment = z.infer<typeof commentSchema>;

/** Whether a film's discussion is open; `off` if comments are turned off on the whole site. */
export const discussionSchema = z.object({
  state: z.enum(['open', 'closed', 'off']),
  /** What staff say about closing it, for everybody. */
  reason: z.nullable(z.string()),
});
export type Discussion = z.infer<typeof discussionSchema>;

/** `GET /api/films/:slug/comments`. */
export const commentPageSchema = z.object({
  items: z.array(commentSchema),
  nextCursor: z.nullable(z.string()),
  /** All visible comments on the film, replies included. */
  total: z.int(),
  discussion: discussionSchema,
});
export type CommentPage = z.infer<typeof commentPageSchema>;

const cursorSchema = z.optional(
  z.string().check(z.maxLength(200, 'Use the nextCursor of the page before, as it came.')),
);
export const cursorQuerySchema = z.strictObject({ cursor: cursorSchema });

/** A cursor belongs to the order of the page that it came with. */
export const commentQuerySchema = z.strictObject({
  cursor: cursorSchema,
  order: z.optional(z.enum(['newest', 'oldest'], 'The order is newest or oldest.')),
});
export type CommentOrder = NonNullable<z.infer<typeof commentQuerySchema>['order']>;

const bodySchema = z.string().check(
  z.overwrite((text) => normalizeText(text, 'block')),
  z.minLength(1, 'Write something before you post.'),
  z.refine((body) => textLength(body) <= COMMENT_MAX_LENGTH, {
    error: ({ input }) => describeExcess(textLength(String(input)) - COMMENT_MAX_LENGTH),
  }),
);

function describeExcess(excess: number): string {
  const tooMany = excess === 1 ? '1 character' : `${excess.toLocaleString('en')} characters`;
  return `${tooMany} too many. Shorten it, or post the rest as a second comment.`;
}

/** Body of `POST /api/films/:slug/comments`. The response, 201, is a `commentSchema`, for a reply too. */
export const commentInputSchema = z.strictObject({
  body: bodySchema,
  /** The comment or reply that this replies to; null or absent for a new comment. */
  replyToId: z.optional(z.nullable(commentIdSchema)),
  spoiler: z.optional(z.boolean()),
});
export type CommentInput = z.infer<typeof commentInputSchema>;

/**
 * Body of `PATCH /api/comments/:id`. The response is a `replySchema`, for a comment too: its replies have not
 * changed.
 */
export const commentEditSchema = z.strictObject({ body: bodySchema, spoiler: z.boolean() });
export type CommentEdit = z.infer<typeof commentEditSchema>;

/** `GET /api/comments/:id`: what its author may edit, as it was written. */
export const commentSourceSchema = z.object({ body: z.string(), spoiler: z.boolean() });
export type CommentSource = z.infer<typeof commentSourceSchema>;

const reasonSchema = z.string('Say why.').check(
  z.overwrite((text) => normalizeText(text, 'block')),
  z.minLength(1, 'Say why: the reason is shown.'),
  z.refine((reason) => textLength(reason) <= REASON_MAX_LENGTH, {
    error: `Use at most ${REASON_MAX_LENGTH} characters.`,
  }),
);

/** Body of `POST /api/comments/:id/removal`. The response is a `removedCommentSchema`. */
export const removalInputSchema = z.strictObject({ reason: reasonSchema });

/** Body of `PUT /api/films/:slug/discussion`. Opening needs no reason. The response is a `discussionSchema`. */
export const discussionInputSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('open'), reason: z.optional(z.null()) }),
  z.strictObject({ state: z.literal('closed'), reason: reasonSchema }),
]);
export type DiscussionInput = z.infer<typeof discussionInputSchema>;

/** A removed comment with author and text: only for its author and for staff. */
export const removedCommentSchema = z.object({
  comment: replySchema,
  parentId: z.nullable(commentIdSchema),
  reason: z.string(),
  removedAt: z.iso.datetime(),
  /** Whether the caller wrote it. */
  isOwn: z.boolean(),
});
export type RemovedComment = z.infer<typeof removedCommentSchema>;

/** `GET /api/films/:slug/removed-comments`: the newest removal first, at most 100. Staff see all, others their own. */
export const removedCommentsSchema = z.object({ items: z.array(removedCommentSchema) });
export type RemovedComments = z.infer<typeof removedCommentsSchema>;

/** The film of a comment that is shown elsewhere: permalinks, the account page, a member's page. */

const filmNameSchema = z.object({ slug: z.string(), title: z.string() });

/** `GET /api/comments/:id/thread`: the comment with all its replies, also when the id is that of a reply. */
export const threadSchema = z.object({ film: filmNameSchema, comment: commentSchema });
export type Thread = z.infer<typeof threadSchema>;

const placedCommentSchema = z.object({
  comment: replySchema,
  film: filmNameSchema,
  /** The top-level comment above it, if it is a reply. */
  parentId: z.nullable(commentIdSchema),
});

/** Response of `GET /api/me/comments`: newest first, including removed comments with their text. */
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

/** Response of `GET /api/me/replies`: replies of others to the user's comments, newest first. */
export const myRepliesSchema = z.object({
  items: z.array(z.object({ ...placedCommentSchema.shape, isNew: z.boolean() })),
  nextCursor: z.nullable(z.string()),
  /** The number of unread replies, on all pages. */
  newCount: z.int(),
});
export type MyReplies = z.infer<typeof myRepliesSchema>;

/**
 * Body of `POST /api/me/replies/seen`: `until` is the `createdAt` of the newest reply that was shown. The response
 * has `newCount`.
 */
export const repliesSeenInputSchema = z.strictObject({
  until: z.iso.datetime('Name a moment, such as 2026-11-20T18:00:00.000Z.'),
});
export const repliesSeenSchema = z.object({ newCount: z.int() });

export const memberParamsSchema = z.object({ id: userIdSchema });

/** `GET /api/members/:id`: somebody with an account and their visible comments, newest first. Who left has no page. */
export const memberPageSchema = z.object({
  member: z.object({
    ...authorSchema.shape,
    /** When the account was created; null if unknown. */
    joinedAt: z.nullable(z.iso.datetime()),
  }),
  comments: z.object({ items: z.array(placedCommentSchema), nextCursor: z.nullable(z.string()) }),
});
export type MemberPage = z.infer<typeof memberPageSchema>;
