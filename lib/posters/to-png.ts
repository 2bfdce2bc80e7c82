import sharp from 'sharp';
import { outlineText } from './outline-text';

/** One of our own SVGs as a PNG of `width` pixels, its letters drawn in our own faces. */
export async function toPng(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  const outlined = await outlineText(svg);
  const png = await sharp(Buffer.from(outlined)).resize(width).png({ palette: true, effort: 4 }).toBuffer();
  return new Uint8Array(png);
}
