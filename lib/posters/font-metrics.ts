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
