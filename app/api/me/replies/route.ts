import { listMyReplies } from '@/lib/comments/listings';
import { cursorQuerySchema, myRepliesSchema } from '@/lib/comments/schema';
import { defineRead } from '@/app/_cache/define-route';
import { OWN_LIST_LIMIT } from '@/lib/rate-limit/limits';

export const GET = defineRead({
  access: 'comments:write',
  limit: OWN_LIST_LIMIT,
  query: cursorQuerySchema,
  response: myRepliesSchema,
  cache: 'none',
  handler: ({ query, session }) => listMyReplies(session.user.id, query.cursor),
});
