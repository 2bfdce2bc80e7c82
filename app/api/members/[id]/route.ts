import { getMemberPage } from '@/lib/comments/public-listings';
import { cursorQuerySchema, memberPageSchema, memberParamsSchema } from '@/lib/comments/schema';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({
  access: 'public',
  params: memberParamsSchema,
  query: cursorQuerySchema,
  response: memberPageSchema,
  handler: ({ params, query }) => getMemberPage(params.id, query.cursor),
});
