import { listMyComments } from '@/lib/comments/listings';
import { cursorQuerySchema, myCommentsSchema } from '@/lib/comments/schema';
import { defineRead } from '@/app/_cache/define-route';
import { OWN_LIST_LIMIT } from '@/lib/rate-limit/limits';

export const GET = defineRead({
  access: 'comments:write',
  limit: OWN_LIST_LIMIT,
  query: cursorQuerySchema,
  response: myCommentsSchema,
  cache: 'none',
  handler: ({ query, session }) => listMyComments(session.user.id, query.cursor),
});
