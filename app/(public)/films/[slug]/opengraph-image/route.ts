import * as z from 'zod/mini';
import { defineRead } from '@/app/_cache/define-route';
import { filmTag } from '@/app/_cache/tags';
import { formatFilmMetaLong } from '@/app/_components/films/film-meta';
import { posterFilm } from '@/app/_components/poster';
import { CARD, filmCard } from '@/lib/posters/card-svg';
import { toPng } from '@/lib/posters/to-png';
import { getFilmForRoute } from '../data';

/**
 * The picture that a link to the film shows elsewhere: its poster, as the page draws it. A route, not Next's metadata
 * file: inside a route group that file's address would end with a hash.
 */
export const GET = defineRead({
  access: 'public',
  params: z.object({ slug: z.string() }),
  response: 'raw',
  cache: { seconds: 3600, tags: ({ slug }) => [filmTag(slug)] },
  async handler({ params }) {
    const { film } = await getFilmForRoute(params.slug);
    const svg = filmCard(posterFilm(film), formatFilmMetaLong(film));
    return new Response(await toPng(svg, CARD.width), { headers: { 'content-type': 'image/png' } });
  },
});
