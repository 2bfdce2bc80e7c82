import { markRepliesRead } from '@/lib/comments/listings';
import { repliesSeenInputSchema, repliesSeenSchema } from '@/lib/comments/schema';
import { defineAct } from '@/app/_cache/define-route';
import { ACCOUNT_CHANGE_LIMIT } from '@/lib/rate-limit/limits';

export const POST = defineAct({
  access: 'comments:write',
  limit: ACCOUNT_CHANGE_LIMIT,
  body: repliesSeenInputSchema,
  response: repliesSeenSchema,
  handler: ({ body, session, now }) => markRepliesRead(session.user.id, new Date(body.until), now),
});
