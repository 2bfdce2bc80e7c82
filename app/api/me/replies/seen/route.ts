import { markRepliesRead } from '@/lib/comments/my-listings';
import { repliesSeenInputSchema, repliesSeenSchema } from '@/lib/comments/schema';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'comments:write',
  body: repliesSeenInputSchema,
  response: repliesSeenSchema,
  handler: ({ body, session }) => markRepliesRead(session.user.id, new Date(body.until), new Date()),
});
