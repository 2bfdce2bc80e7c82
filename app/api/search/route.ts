import { answerSearch } from '@/lib/films/search';
import { searchAnswerSchema, searchQuerySchema } from '@/lib/films/search-schema';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({
  access: 'public',
  query: searchQuerySchema,
  answer: searchAnswerSchema,
  // Who types the same again, or takes a letter back, need not wait; half a minute is nothing to a programme.
  headers: { 'cache-control': 'public, max-age=30' },
  handler: ({ query }) => answerSearch(query.q, new Date()),
});
