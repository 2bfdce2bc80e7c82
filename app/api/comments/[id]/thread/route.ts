import { commentParamsSchema, threadSchema } from '@/lib/comments/schema';
import { getThread } from '@/lib/comments/listings';
import { defineRead } from '@/app/_cache/define-route';
import { PUBLIC_LIST_LIMIT } from '@/lib/rate-limit/limits';

export const GET = defineRead({
  access: 'public',
  limit: PUBLIC_LIST_LIMIT,
  params: commentParamsSchema,
  response: threadSchema,
  cache: 'none',
  handler: ({ params }) => getThread(params.id),
});
