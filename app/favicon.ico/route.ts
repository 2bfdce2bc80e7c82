import { cinemaMark } from '@/lib/posters/card-svg';
import { toPng } from '@/lib/posters/to-png';

/** Made once, by the build. */
export const dynamic = 'force-static';

/** Browsers ask for it by this name, whatever a page says of its icon: some for themselves, some while pages change. */
export async function GET(): Promise<Response> {
  return new Response(await toPng(cinemaMark, 48), { headers: { 'content-type': 'image/png' } });
}
