import { removeComment, restoreComment } from '@/lib/comments/moderate-comment';
import {
  commentParamsSchema,
  removalInputSchema,
  removedCommentSchema,
  replySchema,
} from '@/lib/comments/schema';
import { defineAct } from '@/app/_cache/define-route';
import { commentTags } from '@/app/_cache/tags';
import { MODERATION_LIMIT } from '@/lib/rate-limit/limits';

export const POST = defineAct({
  access: { permission: 'comments:moderate', fresh: true },
  limit: MODERATION_LIMIT,
  params: commentParamsSchema,
  body: removalInputSchema,
  response: removedCommentSchema,
  handler: async ({ params, body, session, now, changed }) => {
    const act = { reason: body.reason, by: session.user.id, now };
    const { comment, removed, isChanged } = await removeComment(params.id, act);
    if (isChanged) changed(...commentTags(comment));
    return removed;
  },
});

export const DELETE = defineAct({
  access: { permission: 'comments:moderate', fresh: true },
  limit: MODERATION_LIMIT,
  params: commentParamsSchema,
  response: replySchema,
  handler: async ({ params, session, changed }) => {
    const { comment, reply, isChanged } = await restoreComment(params.id, session.user.id);
    if (isChanged) changed(...commentTags(comment));
    return reply;
  },
});
