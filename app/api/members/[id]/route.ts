import { getMemberPage } from '@/lib/comments/listings';
import { cursorQuerySchema, memberPageSchema, memberParamsSchema } from '@/lib/comments/schema';
import { defineRead } from '@/app/_cache/define-route';
import { PUBLIC_LIST_LIMIT } from '@/lib/rate-limit/limits';

export const GET = defineRead({
  access: 'public',
  limit: PUBLIC_LIST_LIMIT,
  params: memberParamsSchema,
  query: cursorQuerySchema,
  response: memberPageSchema,
  cache: 'none',
  handler: ({ params, query }) => getMemberPage(params.id, query.cursor),
});
