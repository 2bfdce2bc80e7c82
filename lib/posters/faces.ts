import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import decompress from 'woff2-encoder/decompress';

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
export async function faces(family: Family, weight: number, width: number): Promise<Font[]> {
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
