import { cinema } from '@/lib/cinema';
import { CARD, cinemaCard } from '@/lib/posters/card-svg';
import { toPng } from '@/lib/posters/to-png';

export const alt = `${cinema.name}. ${cinema.strapline}.`;
export const size = CARD;
export const contentType = 'image/png';

/** The preview image of links to the site. */
export default async function HouseCard(): Promise<Response> {
  return new Response(await toPng(cinemaCard(), size.width), { headers: { 'content-type': contentType } });
}
