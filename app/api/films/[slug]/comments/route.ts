import { listComments } from '@/lib/comments/comment-page';
import { postComment } from '@/lib/comments/post-comment';
import {
  commentInputSchema,
  commentPageSchema,
  commentQuerySchema,
  commentSchema,
} from '@/lib/comments/schema';
import { filmParamsSchema } from '@/lib/films/schema';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({
  access: 'public',
  params: filmParamsSchema,
  query: commentQuerySchema,
  answer: commentPageSchema,
  handler: ({ params, query }) => listComments(params.slug, query.cursor),
});

export const POST = defineRoute({
  access: 'comments:write',
  params: filmParamsSchema,
  body: commentInputSchema,
  idempotent: true,
  status: 201,
  answer: commentSchema,
  handler: ({ params, body, session, idempotencyKey }) =>
    postComment({
      authorId: session.user.id,
      slug: params.slug,
      input: body,
      idempotencyKey,
      now: new Date(),
    }),
});
