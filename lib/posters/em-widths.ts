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
