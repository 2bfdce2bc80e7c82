import { listMyComments } from '@/lib/comments/my-listings';
import { cursorQuerySchema, myCommentsSchema } from '@/lib/comments/schema';
import { defineRead } from '@/app/_cache/define-route';

export const GET = defineRead({
  access: 'comments:write',
  query: cursorQuerySchema,
  response: myCommentsSchema,
  cache: 'none',
  handler: ({ query, session }) => listMyComments(session.user.id, query.cursor),
});
