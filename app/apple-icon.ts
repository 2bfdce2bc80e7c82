import { cinemaMark } from '@/lib/posters/card-svg';
import { toPng } from '@/lib/posters/to-png';

export const size = { width: 180, height: 180 };
export const contentType = 'image/png';

/** The cinema's logo for home screens, which do not support SVG. */
export default async function AppleIcon(): Promise<Response> {
  return new Response(await toPng(cinemaMark, size.width), { headers: { 'content-type': contentType } });
}
