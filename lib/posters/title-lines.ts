import { blockWidth, CJK, serifWidth } from './drawing/font-metrics';

export type Face = 'block' | 'serif' | 'cjk';

/** Distance of baselines, and height of the first line above its own, in parts of the size. */
export const LEADING: Record<Face, number> = { block: 0.8, serif: 0.98, cjk: 1.08 };
export const RISE: Record<Face, number> = { block: 0.69, serif: 0.7, cjk: 0.86 };

const MOST_LINES = 5;
const MOST_BREAKS = 10; // 2 ** 9 ways to break; longer titles keep their last words together
const WIDEST = 125;

export interface TitleLine {
  text: string;
  width: number;
  /** Width axis in per cent; block lines alone have one. */
  stretch?: number;
}

export interface TitleBlock {
  lines: TitleLine[];
  size: number;
}

export interface Room {
  face: Face;
  width: number;
  height: number;
  /** The narrowest setting of the width axis, in per cent. */
  narrowest: number;
  largest: number;
  /** Room for accents on capitals, in parts of the size. */
  lift?: number;
}

/** Tries every way to break a title into at most five lines and returns the largest, least ragged one. */
export function fitLines(text: string, room: Room): TitleBlock {
  return breakings(text, room.face)
    .map((lines) => setLines(lines, room))
    .reduce((best, next) => (next.score > best.score ? next : best));
}

function toWords(text: string, face: Face): string[] {
  if (face !== 'cjk') return text.split(/\s+/);
  return text.includes('・') ? text.split(/(?<=・)/) : [...text];
}

function breakings(text: string, face: Face): string[][] {
  const separator = face === 'cjk' ? '' : ' ';
  const words = toWords(text, face);
  while (words.length > MOST_BREAKS) words.splice(-2, 2, words.slice(-2).join(separator));
  const [first = '', ...rest] = words;
  const all: string[][] = [];
  for (let breaks = 0; breaks < 1 << rest.length; breaks++) {
    const lines = [first];
    rest.forEach((word, k) => {
      if ((breaks >> k) & 1) lines.push(word);
      else lines.push(`${lines.pop() ?? ''}${separator}${word}`);
    });
    if (lines.length <= MOST_LINES) all.push(lines);
  }
  return all;
}

function setLines(texts: string[], room: Room): TitleBlock & { score: number } {
  const { face, width, height, narrowest, largest, lift = 0 } = room;
  const least = texts.map((text) => (face === 'block' ? blockWidth(text, narrowest) : serifWidth(text)));
  const size = Math.min(
    largest,
    height / (texts.length * (LEADING[face] + lift)),
    width / Math.max(...least),
  );
  const lines = texts.map((text): TitleLine => {
    if (face !== 'block') return { text, width: serifWidth(text) * size };
    const stretch = fillingStretch(text, size, width, narrowest);
    return { text, stretch, width: Math.min(width, blockWidth(text, stretch) * size) };
  });
  const ragged = lines.reduce((sum, line) => sum + 1 - line.width / width, 0) / lines.length;
  return { lines, size, score: size * (1 - ragged * (face === 'block' ? 0.4 : 0.2)) };
}

/** The width axis that makes a line fill the measure: letters change their width, never their height. */
function fillingStretch(text: string, size: number, width: number, narrowest: number): number {
  let high = WIDEST;
  if (blockWidth(text, high) * size <= width) return high;
  let low = narrowest;
  while (high - low > 0.1) {
    const middle = (low + high) / 2;
    if (blockWidth(text, middle) * size > width) high = middle;
    else low = middle;
  }
  return high;
}

/** Which face can set a text: other scripts are set in Brygada or the reader's own serif. */
export function chooseFace(text: string, wanted: 'block' | 'serif'): Face {
  if (CJK.test(text)) return 'cjk';
  return wanted === 'serif' || [...text].some(isForeignToArchivo) ? 'serif' : 'block';
}

/** Beyond Latin and general punctuation. */
function isForeignToArchivo(character: string): boolean {
  const code = character.charCodeAt(0);
  return code > 0x24f && (code < 0x2000 || code > 0x206f);
}
