import { listMyComments } from '@/lib/comments/my-listings';
import { cursorQuerySchema, myCommentsSchema } from '@/lib/comments/schema';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({
  access: 'comments:write',
  query: cursorQuerySchema,
  response: myCommentsSchema,
  handler: ({ query, session }) => listMyComments(session.user.id, query.cursor),
});
