import { notFound } from 'next/navigation';
import { CARD, filmCard } from '@/lib/pictures/card-svg';
import { toPng } from '@/lib/pictures/to-png';
import { posterFilm } from '../../posters/poster';
import { longFacts } from '../facts';
import { loadFilm } from './kept-film';

export const alt = 'The poster of the film';
export const size = CARD;
export const contentType = 'image/png';
export const revalidate = 3600;

/** What a link to the film shows elsewhere: its poster, as the page draws it. */
export default async function FilmCard({ params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const found = await loadFilm((await params).slug);
  if (!found) notFound();
  const { film } = found.page;
  const svg = filmCard(posterFilm(film), longFacts(film));
  return new Response(await toPng(svg, size.width), { headers: { 'content-type': contentType } });
}
