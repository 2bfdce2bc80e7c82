import { listComments } from '@/lib/comments/listings';
import { postComment } from '@/lib/comments/post-comment';
import {
  commentInputSchema,
  commentPageSchema,
  commentQuerySchema,
  commentSchema,
} from '@/lib/comments/schema';
import { getFilm } from '@/lib/films/films';
import { filmParamsSchema } from '@/lib/films/schema';
import { defineAct, defineRead } from '@/app/_cache/define-route';
import { commentTags } from '@/app/_cache/tags';
import { PUBLIC_LIST_LIMIT } from '@/lib/rate-limit/limits';

export const GET = defineRead({
  access: 'public',
  limit: PUBLIC_LIST_LIMIT,
  params: filmParamsSchema,
  query: commentQuerySchema,
  response: commentPageSchema,
  cache: 'none',
  async handler({ params, query }) {
    const [comments] = await Promise.all([listComments(params.slug, query), getFilm(params.slug)]);
    return comments;
  },
});

export const POST = defineAct({
  access: 'comments:write',
  limit: {
    notCounted: 'lib/comments/posting-limits.ts counts comments, their texts and those of new accounts.',
  },
  params: filmParamsSchema,
  body: commentInputSchema,
  idempotent: true,
  status: 201,
  response: commentSchema,
  handler: async ({ params, body, session, idempotencyKey, now, changed }) => {
    const { slug } = params;
    const author = session.user;
    const comment = await postComment({ author, slug, input: body, idempotencyKey, now });
    changed(...commentTags({ filmId: slug, authorId: author.id }));
    return comment;
  },
});
