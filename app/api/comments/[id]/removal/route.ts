import { removeComment, restoreComment } from '@/lib/comments/moderate-comment';
import {
  commentParamsSchema,
  removalInputSchema,
  removedCommentSchema,
  replySchema,
} from '@/lib/comments/schema';
import { defineRoute } from '@/lib/http/define-route';
import { revalidateComment } from '../../expire-comment';

export const POST = defineRoute({
  access: { permission: 'comments:moderate', fresh: true },
  params: commentParamsSchema,
  body: removalInputSchema,
  response: removedCommentSchema,
  handler: async ({ params, body, session }) => {
    const act = { reason: body.reason, by: session.user.id, now: new Date() };
    const { comment, removed } = await removeComment(params.id, act);
    revalidateComment(comment);
    return removed;
  },
});

export const DELETE = defineRoute({
  access: { permission: 'comments:moderate', fresh: true },
  params: commentParamsSchema,
  response: replySchema,
  handler: async ({ params, session }) => {
    const { comment, reply } = await restoreComment(params.id, session.user.id);
    revalidateComment(comment);
    return reply;
  },
});
