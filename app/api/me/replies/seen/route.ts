import { markRepliesRead } from '@/lib/comments/my-listings';
import { repliesSeenInputSchema, repliesSeenSchema } from '@/lib/comments/schema';
import { defineAct } from '@/app/_cache/define-route';

export const POST = defineAct({
  access: 'comments:write',
  body: repliesSeenInputSchema,
  response: repliesSeenSchema,
  handler: ({ body, session, now }) => markRepliesRead(session.user.id, new Date(body.until), now),
});
