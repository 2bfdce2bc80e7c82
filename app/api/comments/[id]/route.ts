import * as z from 'zod/mini';
import { deleteComment } from '@/lib/comments/moderate-comment';
import { editComment, getCommentSource } from '@/lib/comments/edit-comment';
import {
  commentEditSchema,
  commentParamsSchema,
  commentSourceSchema,
  replySchema,
} from '@/lib/comments/schema';
import { defineAct, defineRead } from '@/app/_cache/define-route';
import { commentTags } from '@/app/_cache/tags';
import { COMMENT_CHANGE_LIMIT } from '@/lib/rate-limit/limits';

export const GET = defineRead({
  access: 'comments:write',
  params: commentParamsSchema,
  response: commentSourceSchema,
  cache: 'none',
  handler: ({ params, session, now }) => getCommentSource(session.user.id, params.id, now),
});

export const PATCH = defineAct({
  access: 'comments:write',
  limit: COMMENT_CHANGE_LIMIT,
  params: commentParamsSchema,
  body: commentEditSchema,
  response: replySchema,
  handler: async ({ params, body, session, now, changed }) => {
    const author = session.user;
    const { reply, filmId, isChanged } = await editComment({ author, id: params.id, input: body, now });
    if (isChanged) changed(...commentTags({ filmId, authorId: author.id }));
    return reply;
  },
});

export const DELETE = defineAct({
  access: 'comments:write',
  limit: COMMENT_CHANGE_LIMIT,
  params: commentParamsSchema,
  response: z.null(),
  handler: async ({ params, session, now, changed }) => {
    const { comment, isChanged } = await deleteComment(session.user, params.id, now);
    if (isChanged) changed(...commentTags(comment));
    return null;
  },
});
