import { notFound } from 'next/navigation';
import { posterFilm } from '@/app/_components/poster';
import { longFacts } from '@/app/_components/films/film-meta';
import { CARD, filmCard } from '@/lib/posters/card-svg';
import { toPng } from '@/lib/posters/to-png';
import { loadFilm } from '../data';

export const revalidate = 3600;
export const generateStaticParams = () => [];

/**
 * The picture that a link to the film shows elsewhere: its poster, as the page draws it. A route, not Next's metadata
 * file: inside a route group that file's address would end with a hash.
 */
export async function GET(_request: Request, { params }: RouteContext<'/films/[slug]/opengraph-image'>) {
  const found = await loadFilm((await params).slug);
  if (!found) notFound();
  const { film } = found.page;
  const svg = filmCard(posterFilm(film), longFacts(film));
  return new Response(await toPng(svg, CARD.width), {
    // For browsers. What the CDN is told follows from `revalidate`, and a change of the film throws it out there.
    headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=300' },
  });
}
