import * as z from 'zod/mini';
import { deleteComment } from '@/lib/comments/delete-comment';
import { commentIdSchema } from '@/lib/comments/schema';
import { defineRoute } from '@/lib/http/define-route';

export const DELETE = defineRoute({
  access: 'comments:write',
  params: z.object({ id: commentIdSchema }),
  answer: z.null(),
  handler: async ({ params, session }) => {
    await deleteComment(session.user, params.id, new Date());
    return null;
  },
});
