import { getFilmPage } from '@/lib/films/film-page';
import { filmPageSchema, filmParamsSchema } from '@/lib/films/schema';
import { defineRead } from '@/app/_cache/define-route';

export const GET = defineRead({
  access: 'public',
  params: filmParamsSchema,
  response: filmPageSchema,
  cache: 'none',
  handler: ({ params, now }) => getFilmPage(params.slug, now),
});
