import * as z from 'zod/mini';
import { deleteComment } from '@/lib/comments/moderate-comment';
import { editComment } from '@/lib/comments/edit-comment';
import { commentEditSchema, commentParamsSchema, replySchema } from '@/lib/comments/schema';
import { defineRoute } from '@/lib/http/define-route';
import { revalidateComment } from '../expire-comment';

export const PATCH = defineRoute({
  access: 'comments:write',
  params: commentParamsSchema,
  body: commentEditSchema,
  response: replySchema,
  handler: async ({ params, body, session }) => {
    const authorId = session.user.id;
    const { reply, filmId } = await editComment({ authorId, id: params.id, input: body, now: new Date() });
    revalidateComment({ filmId, authorId });
    return reply;
  },
});

export const DELETE = defineRoute({
  access: 'comments:write',
  params: commentParamsSchema,
  response: z.null(),
  handler: async ({ params, session }) => {
    revalidateComment(await deleteComment(session.user, params.id, new Date()));
    return null;
  },
});
