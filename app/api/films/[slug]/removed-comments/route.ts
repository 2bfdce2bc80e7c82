import { listRemovedComments } from '@/lib/comments/listings';
import { removedCommentsSchema } from '@/lib/comments/schema';
import { getFilm } from '@/lib/films/films';
import { filmParamsSchema } from '@/lib/films/schema';
import { defineRead } from '@/app/_cache/define-route';
import { OWN_LIST_LIMIT } from '@/lib/rate-limit/limits';

export const GET = defineRead({
  access: 'comments:write',
  limit: OWN_LIST_LIMIT,
  params: filmParamsSchema,
  response: removedCommentsSchema,
  cache: 'none',
  async handler({ params, session }) {
    const { slug } = params;
    const [removed] = await Promise.all([listRemovedComments(slug, session.user), getFilm(slug)]);
    return removed;
  },
});
