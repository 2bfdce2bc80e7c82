import { revalidateComment } from '@/app/api/comments/expire-comment';
import { listComments } from '@/lib/comments/public-listings';
import { postComment } from '@/lib/comments/post-comment';
import {
  commentInputSchema,
  commentPageSchema,
  commentQuerySchema,
  commentSchema,
} from '@/lib/comments/schema';
import { getFilm } from '@/lib/films/films';
import { filmParamsSchema } from '@/lib/films/schema';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({
  access: 'public',
  params: filmParamsSchema,
  query: commentQuerySchema,
  response: commentPageSchema,
  async handler({ params, query }) {
    const [comments] = await Promise.all([listComments(params.slug, query), getFilm(params.slug)]);
    return comments;
  },
});

export const POST = defineRoute({
  access: 'comments:write',
  params: filmParamsSchema,
  body: commentInputSchema,
  idempotent: true,
  status: 201,
  response: commentSchema,
  handler: async ({ params, body, session, idempotencyKey }) => {
    const { slug } = params;
    const writer = session.user;
    const comment = await postComment({ writer, slug, input: body, idempotencyKey, now: new Date() });
    revalidateComment({ filmId: slug, authorId: writer.id });
    return comment;
  },
});
