import type { Font, Glyph } from 'fontkit';
import { round } from './marks';
import { faces } from './faces';

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
