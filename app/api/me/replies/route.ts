import { listMyReplies } from '@/lib/comments/my-listings';
import { cursorQuerySchema, myRepliesSchema } from '@/lib/comments/schema';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({
  access: 'comments:write',
  query: cursorQuerySchema,
  response: myRepliesSchema,
  handler: ({ query, session }) => listMyReplies(session.user.id, query.cursor),
});
