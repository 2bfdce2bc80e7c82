import { listMyComments } from '@/lib/comments/my-comments';
import { myCommentsSchema } from '@/lib/comments/people-schema';
import { cursorQuerySchema } from '@/lib/comments/schema';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({
  access: 'comments:write',
  query: cursorQuerySchema,
  answer: myCommentsSchema,
  handler: ({ query, session }) => listMyComments(session.user.id, query.cursor),
});
