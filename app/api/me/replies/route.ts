import { listMyReplies } from '@/lib/comments/my-listings';
import { cursorQuerySchema, myRepliesSchema } from '@/lib/comments/schema';
import { defineRead } from '@/app/_cache/define-route';

export const GET = defineRead({
  access: 'comments:write',
  query: cursorQuerySchema,
  response: myRepliesSchema,
  cache: 'none',
  handler: ({ query, session }) => listMyReplies(session.user.id, query.cursor),
});
