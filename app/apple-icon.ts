import { cinemaMark } from '@/lib/posters/card-svg';
import { toPng } from '@/lib/posters/to-png';

export const size = { width: 180, height: 180 };
export const contentType = 'image/png';

/** The house's mark for home screens, which take no SVG. */
export default async function AppleIcon(): Promise<Response> {
  return new Response(await toPng(cinemaMark, size.width), { headers: { 'content-type': contentType } });
}
