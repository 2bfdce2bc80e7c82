import { listMyReplies } from '@/lib/comments/my-replies';
import { myRepliesSchema } from '@/lib/comments/people-schema';
import { cursorQuerySchema } from '@/lib/comments/schema';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({
  access: 'comments:write',
  query: cursorQuerySchema,
  answer: myRepliesSchema,
  handler: ({ query, session }) => listMyReplies(session.user.id, query.cursor),
});
