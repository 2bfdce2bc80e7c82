import { commentParamsSchema, threadSchema } from '@/lib/comments/schema';
import { getThread } from '@/lib/comments/public-listings';
import { defineRead } from '@/app/_cache/define-route';

export const GET = defineRead({
  access: 'public',
  params: commentParamsSchema,
  response: threadSchema,
  cache: 'none',
  handler: ({ params }) => getThread(params.id),
});
