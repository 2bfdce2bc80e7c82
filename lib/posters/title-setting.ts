import { escapeXml, round } from './drawing/composition';
import { BLOCK_FONTS, SERIF_FONTS } from './drawing/font-metrics';
import { chooseFace, type Face, fitLines, LEADING, RISE, type TitleLine } from './title-lines';

export type TitlePlace = 'top' | 'middle' | 'bottom' | 'slant';

export interface TitleSetting {
  x: number;
  width: number;
  top: number;
  bottom: number;
  draw: (ink: string) => string;
}

interface PlacedLine extends TitleLine {
  size: number;
  face: Face;
  /** Baseline below the top of the title. */
  y: number;
}

const NARROWEST = [62, 74, 92];
const DROP: Record<Face, number> = { block: 0, serif: 0.22, cjk: 0.12 };

/** Sets the title, the part after a colon as a smaller second line; the picture takes the room that is left. */
export function setTitle(
  filmTitle: string,
  place: TitlePlace,
  wanted: 'block' | 'serif',
  seed: number,
): TitleSetting {
  const title = filmTitle.trim();
  const colon = title.search(/: \S+ \S/);
  const main = colon > 0 ? title.slice(0, colon) : title;
  const second = colon > 0 ? title.slice(colon + 2) : '';
  const face = chooseFace(title, wanted);
  const x = place === 'slant' ? 40 : 26;
  const width = 400 - 2 * x;
  const height = (place === 'top' ? 186 : 152) * (second ? 0.72 : 1);
  const lift = face === 'block' && /\p{M}/u.test(main.normalize('NFD')) ? 0.17 : 0;
  const block = setMain(main, { face, width, height, lift, narrowest: NARROWEST[seed % 3] ?? 62 });
  const lines = placeMain(block.lines, block.size, face, lift);
  if (second) lines.push(...placeSecond(second, width, block.size, lines.at(-1)?.y ?? 0));

  const drop = (lines.at(-1)?.y ?? 0) + block.size * DROP[face];
  const top = titleTop(place, drop);
  const draw = (ink: string) => lines.map((line) => drawLine(line, x, top, ink)).join('');
  return { x, width, top, bottom: top + drop, draw };
}

function titleTop(place: TitlePlace, drop: number): number {
  if (place === 'top') return 30;
  if (place === 'bottom') return 548 - drop;
  return 300 - drop / 2 - (place === 'slant' ? 14 : 0);
}

function setMain(
  main: string,
  room: { face: Face; width: number; height: number; lift: number; narrowest: number },
) {
  const text = room.face === 'block' ? main.toUpperCase() : main;
  const largest = room.face === 'serif' && main.length > 4 ? 108 : 200;
  const block = fitLines(text, { ...room, largest });
  if (block.size >= 40 || room.face !== 'block') return block;
  return fitLines(text, { ...room, narrowest: 62, largest: 200 });
}

function placeMain(lines: TitleLine[], size: number, face: Face, lift: number): PlacedLine[] {
  let y = 0;
  return lines.map((line, k) => {
    y += size * ((k === 0 ? RISE : LEADING)[face] + lift);
    return { ...line, size, face, y };
  });
}

function placeSecond(text: string, width: number, mainSize: number, above: number): PlacedLine[] {
  const largest = Math.min(27, mainSize * 0.6);
  const { lines, size } = fitLines(text, { face: 'serif', width, height: 58, narrowest: 62, largest });
  let y = above;
  return lines.map((line, k) => {
    y += k === 0 ? size + 12 : size * LEADING.serif;
    return { ...line, size, face: 'serif', y };
  });
}

function drawLine(line: PlacedLine, x: number, top: number, ink: string): string {
  const isBlock = line.face === 'block';
  const left = round(x - (isBlock ? line.size * 0.02 : 0)); // the side bearing, so that capitals stand on the margin
  const stretch = line.stretch ? ` font-stretch="${round(line.stretch)}%"` : '';
  return (
    `<text x="${left}" y="${round(top + line.y)}" font-family='${isBlock ? BLOCK_FONTS : SERIF_FONTS}'` +
    ` font-weight="${isBlock ? 800 : 600}"${stretch} font-size="${round(line.size)}" fill="${ink}"` +
    ` textLength="${round(line.width)}" lengthAdjust="spacingAndGlyphs">${escapeXml(line.text)}</text>`
  );
}
