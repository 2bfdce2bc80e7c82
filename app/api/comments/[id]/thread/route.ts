import { commentParamsSchema, threadSchema } from '@/lib/comments/schema';
import { getThread } from '@/lib/comments/public-listings';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({
  access: 'public',
  params: commentParamsSchema,
  response: threadSchema,
  handler: ({ params }) => getThread(params.id),
});
