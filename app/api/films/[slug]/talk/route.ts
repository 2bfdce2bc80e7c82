import { expireTags } from '@/app/cache/expire';
import { commentsTag } from '@/app/cache/tags';
import { talkInputSchema, talkSchema } from '@/lib/comments/schema';
import { ensureTalk } from '@/lib/comments/talks';
import { getFilm } from '@/lib/films/films';
import { filmParamsSchema } from '@/lib/films/schema';
import { defineRoute } from '@/lib/http/define-route';

export const PUT = defineRoute({
  access: 'comments:moderate',
  params: filmParamsSchema,
  body: talkInputSchema,
  answer: talkSchema,
  handler: async ({ params, body, session }) => {
    const { slug } = await getFilm(params.slug);
    const talk = await ensureTalk(slug, body, session.user.id, new Date());
    expireTags(commentsTag(slug));
    return talk;
  },
});
