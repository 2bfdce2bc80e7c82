import { commentsTag } from '@/app/_cache/tags';
import { discussionInputSchema, discussionSchema } from '@/lib/comments/schema';
import { setDiscussionState } from '@/lib/comments/discussions';
import { getFilm } from '@/lib/films/films';
import { filmParamsSchema } from '@/lib/films/schema';
import { defineAct } from '@/app/_cache/define-route';
import { MODERATION_LIMIT } from '@/lib/rate-limit/limits';

export const PUT = defineAct({
  access: { permission: 'comments:moderate', fresh: true },
  limit: MODERATION_LIMIT,
  params: filmParamsSchema,
  body: discussionInputSchema,
  response: discussionSchema,
  handler: async ({ params, body, session, now, changed }) => {
    const { slug } = await getFilm(params.slug);
    const { discussion, isChanged } = await setDiscussionState(slug, body, session.user.id, now);
    if (isChanged) changed(commentsTag(slug));
    return discussion;
  },
});
