import { getFilmPage } from '@/lib/films/film-page';
import { filmPageSchema, filmParamsSchema } from '@/lib/films/schema';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({
  access: 'public',
  params: filmParamsSchema,
  response: filmPageSchema,
  handler: ({ params }) => getFilmPage(params.slug, new Date()),
});
