import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, type Font, type Glyph } from 'fontkit';
import sharp from 'sharp';
import decompress from 'woff2-encoder/decompress';
import { round } from './drawing/composition';

/** One of our own SVGs as a PNG of `width` pixels, its letters drawn in our own faces. */
export async function toPng(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  const outlined = await outlineText(svg);
  const png = await sharp(Buffer.from(outlined)).resize(width).png({ palette: true, effort: 4 }).toBuffer();
  return new Uint8Array(png);
}

const TEXT = /<text ([^>]*)>([^<]*)<\/text>/g;
const ATTRIBUTE = /([\w-]+)=(?:"([^"]*)"|'([^']*)')/g;

/**
 * Draws the letters of our own SVGs as outlines, so that a picture needs no fonts where it is looked at. Text in letters
 * that our faces do not have stays text.
 */
export async function outlineText(svg: string): Promise<string> {
  const outlines = await Promise.all(
    [...svg.matchAll(TEXT)].map(([whole, attributes = '', text = '']) => outline(whole, attributes, text)),
  );
  let next = 0;
  return svg.replaceAll(TEXT, () => outlines[next++] ?? '');
}

async function outline(whole: string, attributeText: string, escaped: string): Promise<string> {
  const attributes = new Map(
    [...attributeText.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [
      name,
      double ?? single ?? '',
    ]),
  );
  const number = (name: string, otherwise: number): number =>
    Number.parseFloat(attributes.get(name) ?? String(otherwise));
  const family = attributes.get('font-family')?.includes('Archivo') ? 'block' : 'serif';
  const fonts = await faces(family, number('font-weight', 400), number('font-stretch', 100));
  const glyphs = glyphsOf(unescapeXml(escaped), fonts);
  if (!glyphs) return whole;

  const scale = number('font-size', 16) / (fonts[0]?.unitsPerEm ?? 1000);
  const length = glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) * scale;
  const wanted = attributes.get('textLength') === undefined ? length : number('textLength', length);
  const x = number('x', 0) - (attributes.get('text-anchor') === 'end' ? wanted : 0);
  const stretch = length === 0 ? 1 : wanted / length;
  const place = `translate(${round(x)} ${number('y', 0)}) scale(${(scale * stretch).toFixed(5)} ${(-scale).toFixed(5)})`;
  return `<path transform="${place}" fill="${attributes.get('fill') ?? '#000'}" d="${drawn(glyphs)}"/>`;
}

/** One glyph a character, from the first file that has it; null when none has. */
function glyphsOf(text: string, fonts: Font[]): Glyph[] | null {
  const glyphs = [...text].map((character) => {
    const point = character.codePointAt(0) ?? 0;
    return fonts.find((font) => font.hasGlyphForCodePoint(point))?.glyphForCodePoint(point);
  });
  return glyphs.every((glyph) => glyph !== undefined) ? glyphs : null;
}

function drawn(glyphs: Glyph[]): string {
  let x = 0;
  const parts = glyphs.map((glyph) => {
    const part = glyph.path.translate(x, 0).toSVG();
    x += glyph.advanceWidth;
    return part;
  });
  return parts.join('');
}

function unescapeXml(text: string): string {
  return text.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

/** The two families of posters, each in the files that its letters are spread over. */
export type Family = 'block' | 'serif';

const files: Record<Family, string[]> = {
  block: ['archivo/files/archivo-latin-wdth-normal', 'archivo/files/archivo-latin-ext-wdth-normal'],
  serif: [
    'brygada-1918/files/brygada-1918-latin-wght-normal',
    'brygada-1918/files/brygada-1918-latin-ext-wght-normal',
    'brygada-1918/files/brygada-1918-cyrillic-wght-normal',
    'brygada-1918/files/brygada-1918-greek-wght-normal',
  ],
};

const loaded = new Map<Family, Promise<Font[]>>();
const cut = new Map<string, Font[]>();

/** A family at one weight and width (per cent), Latin first. Read once in a process, from the files that pages serve. */
async function faces(family: Family, weight: number, width: number): Promise<Font[]> {
  const key = `${family} ${weight} ${width}`;
  const known = cut.get(key);
  if (known) return known;
  const all = loaded.get(family) ?? Promise.all(files[family].map(load));
  loaded.set(family, all);
  const axes = family === 'block' ? { wght: weight, wdth: width } : { wght: weight };
  const fonts = (await all).map((font) => font.getVariation(axes));
  cut.set(key, fonts);
  if (cut.size > 50) cut.delete(cut.keys().next().value ?? '');
  return fonts;
}

/** fontkit cannot vary a compressed font, so it is opened first. */
async function load(name: string): Promise<Font> {
  const file = join(process.cwd(), 'node_modules/@fontsource-variable', `${name}.woff2`);
  const font = create(Buffer.from(await decompress(await readFile(file))));
  if ('fonts' in font) throw new Error(`${name} is a collection of fonts`);
  return font;
}
