import { revalidateTags } from '@/app/_cache/revalidate';
import { commentsTag } from '@/app/_cache/tags';
import { discussionInputSchema, discussionSchema } from '@/lib/comments/schema';
import { setDiscussionState } from '@/lib/comments/discussions';
import { getFilm } from '@/lib/films/films';
import { filmParamsSchema } from '@/lib/films/schema';
import { defineRoute } from '@/lib/http/define-route';

export const PUT = defineRoute({
  access: { permission: 'comments:moderate', fresh: true },
  params: filmParamsSchema,
  body: discussionInputSchema,
  response: discussionSchema,
  handler: async ({ params, body, session }) => {
    const { slug } = await getFilm(params.slug);
    const discussion = await setDiscussionState(slug, body, session.user.id, new Date());
    revalidateTags(commentsTag(slug));
    return discussion;
  },
});
