import { threadSchema } from '@/lib/comments/people-schema';
import { commentParamsSchema } from '@/lib/comments/schema';
import { getThread } from '@/lib/comments/thread';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({
  access: 'public',
  params: commentParamsSchema,
  answer: threadSchema,
  handler: ({ params }) => getThread(params.id),
});
