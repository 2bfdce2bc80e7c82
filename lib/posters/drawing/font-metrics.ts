/** The faces that posters name; the page brings them (look: Archivo and Brygada 1918). Every line carries its own length. */
export const BLOCK_FONTS = '"Archivo Variable", "Arial Narrow", Arial, sans-serif';
export const SERIF_FONTS =
  '"Brygada 1918 Variable", Georgia, "Hiragino Mincho ProN", "Noto Serif CJK JP", serif';

// Advance widths in hundredths of an em, two base-36 digits a character from U+0020:
// Archivo 800 at widths 62, 100 and 125 % (capitals only), Brygada 1918 600.
const ARCHIVO_62 = toWidths(
  '0c0q101c121y1h0k1111111f0l0o0l0r171016161517171216170m0m1f1f1f151w1e1c1f1e19141h1e0o171e151w1f1i1b1i1e191a1e1b1y1d1c1a0z0r0z1f100i',
);
const ARCHIVO_100 = toWidths(
  '0j0v1b1r1m2q2a0q1111151t0w0x0w0u1r1r1r1r1r1r1r1r1r1r0x0x1t1t1t1p2t232323241y1s2a270x1r251q2j27291y29231y1w26212q22211w110u111t1h0q',
);
const ARCHIVO_125 = toWidths(
  '0u101g241z352s0s111117220z160z0v271y26272627272128270y0z222222203h2l2j2m2l2e282t2r11212n23372r2t2e2t2l2f2d2p2i3d2m2k2e100v10221u0w',
);
const BRYGADA = toWidths(
  '0m0l121z1p2f230l0u0u1d1f0l130l131p1e1n1m1s1m1n1k1k1n0l0l1e1f1e1b2m1z1x1x231r1l22251218201o2j22231q231z1p1r201x2r1v1t1n0u130u1g150e1j1p1f1q1h0z1k1s0w0v1o0v2n1t1l1q1p1c1b121p1h271k1h1f0v0p0v1f',
);

/** Chinese, Japanese and Korean letters: an em each, breaking anywhere. */
export const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

function toWidths(digits: string): readonly number[] {
  return (digits.match(/../g) ?? []).map((pair) => parseInt(pair, 36) / 100);
}

function measure(text: string, widths: readonly number[], unknown: number): number {
  const letters = [...text.normalize('NFD').replace(/\p{M}/gu, '')];
  return letters.reduce(
    (sum, letter) => sum + (CJK.test(letter) ? 1 : (widths[letter.charCodeAt(0) - 32] ?? unknown)),
    0,
  );
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/** Length in em of a line of Archivo 800 capitals at a width of 62 to 125 %. */
export function blockWidth(text: string, stretch: number): number {
  const normal = measure(text, ARCHIVO_100, 0.72);
  return stretch <= 100
    ? mix(measure(text, ARCHIVO_62, 0.56), normal, (stretch - 62) / 38)
    : mix(normal, measure(text, ARCHIVO_125, 0.9), (stretch - 100) / 25);
}

/** Length in em of a line of Brygada 1918 600, or of the reader's serif for other scripts. */
export function serifWidth(text: string): number {
  return measure(text, BRYGADA, 0.66);
}

// Advance widths of Archivo 850 in hundredths of an em at widths 62, 100 and 125 %: two base-36 digits a character,
// U+0020 to U+007E and the en dash. Letters are tracked -.03em and words +.06em, as in the style sheet.
const ARCHIVO_850 = {
  em62: '0b0q121d13201j0l1212111g0m0o0m0s181116171717181316180m0m1g1g1g161w1g1d1f1f1a141i1f0p181f161x1f1j1c1j1e1a1b1e1c201d1c1b110s111g110j17171517160s15170m0m190m1s171717170t130s17141q171312120k121g0v',
  em100:
    '0j0w1d1s1o2r2d0r1212151u0x0x0x0u1t1t1t1t1t1t1t1t1t1t0x0x1u1u1u1p2t242425251z1t2a290z1t281t2m292a1z2a241z1y29232r24241y120u121u1j0s1s1t1s1t1s111t1t0u0u1s0u2p1t1t1t1t171o151t1n2i1s1n1j130r131u1e',
  em125:
    '0u111k2521372v0u121217221116110v28202828282828222a281011222222213h2m2k2m2l2e282t2s12232p25382s2t2e2t2m2g2e2q2k3e2n2m2f110v11221v0y27262726281e26250x0x230x3a252826261e211g25213428211v120t12221r',
};
const EN_DASH = '\u2013';
const LAST = 94;

/** Length of a line in em at 62, 100 and 125 % width: what a masthead divides its measure by, as custom properties. */
export interface EmWidths {
  em62: number;
  em100: number;
  em125: number;
}

/** How wide a line of Archivo 850 is: `emWidths('20–26 November')`. Rounded to thousandths of an em. */
export function emWidths(line: string): EmWidths {
  return {
    em62: widthIn(ARCHIVO_850.em62, line),
    em100: widthIn(ARCHIVO_850.em100, line),
    em125: widthIn(ARCHIVO_850.em125, line),
  };
}

function widthIn(table: string, line: string): number {
  let sum = 0;
  for (const character of line) {
    const place = character === EN_DASH ? LAST + 1 : character.normalize('NFD').charCodeAt(0) - 32;
    const row = character === EN_DASH ? place : Math.min(LAST, Math.max(0, place));
    sum += parseInt(table.slice(2 * row, 2 * row + 2), 36) / 100 - 0.03 + (character === ' ' ? 0.06 : 0);
  }
  return Math.round(sum * 1000) / 1000;
}
