import { circle, type Composition, path, polygon, rect, round, type Sheet } from '../drawing/composition';

/** Two eyes, a nose, a mouth. Comedy. */
export const face: Composition = (sheet) => {
  const { two, three, random, between, flipped, bottom } = sheet;
  const scale = bottom / 400;
  const eyeY = 148 * scale;
  const gap = between(70, 98);
  const radius = between(30, 48);
  const eyeKind = between(0, 3);
  const mouthY = 322 * scale;
  const glance = between(-12, 12);
  const mouthWidth = between(70, 122);
  const half = random() < 0.5 ? rect(flipped ? 0 : 200, 0, 200, bottom, three) : '';
  const nose = drawNose(sheet, eyeY, scale);
  const mouth = drawMouth(sheet, mouthY, mouthWidth, glance);
  const bridge = eyeKind === 1 ? rect(200 - gap, eyeY - 5, gap * 2, 10, two) : '';
  const eye = (x: number, winks: boolean) => drawEye(sheet, eyeKind, x, eyeY, radius, glance, winks);
  return { art: half + bridge + nose + eye(200 - gap, !flipped) + eye(200 + gap, flipped) + mouth };
};

function drawEye(
  { ground, ink, two }: Sheet,
  kind: number,
  x: number,
  y: number,
  radius: number,
  glance: number,
  winks: boolean,
): string {
  const white = circle(x, y, radius, two);
  if (kind === 0) return white + circle(x + glance, y + 6, radius * 0.45, ground);
  if (kind === 1) {
    const glasses = circle(x, y, radius + 14, two) + circle(x, y, radius + 3, ground);
    return glasses + circle(x + glance, y, radius * 0.4, ink);
  }
  if (kind === 2) {
    return winks
      ? rect(x - radius, y - 6, radius * 2, 13, ink)
      : white + circle(x + glance, y, radius * 0.5, ground);
  }
  const lid = `M${x - radius} ${round(y)}a${radius} ${radius} 0 0 0 ${radius * 2} 0z`;
  return path(lid, two) + path(`M${x - 15 + glance} ${round(y)}a15 15 0 0 0 30 0z`, ground);
}

function drawNose({ one, between, flipped }: Sheet, eyeY: number, scale: number): string {
  const tip = 272 * scale;
  const noses = [
    polygon([200, eyeY, 200 + (flipped ? -58 : 58), tip, 200, tip], one),
    circle(200, 238 * scale, between(22, 40), one),
    rect(190, eyeY, 20, 122 * scale, one),
  ];
  return noses[between(0, 2)] ?? '';
}

function drawMouth({ ground, ink, between }: Sheet, y: number, width: number, glance: number): string {
  const grin = `M${200 - width} ${round(y - 16)}a${width} ${round(width * 0.62)} 0 0 0 ${2 * width} 0z`;
  const smile = `M${200 - width} ${round(y - 8)}q${width} ${round(width * 0.8)} ${2 * width} 0`;
  const mouths = [
    path(grin, ink) + rect(200 - width * 0.84, y - 16, width * 1.68, 14, ground),
    `<path d="${smile}" fill="none" stroke="${ink}" stroke-width="14"/>`,
    circle(200 + glance * 2, y + 4, 28, ink),
    rect(200 - width, y, width * 2, 14, ink),
  ];
  return mouths[between(0, 3)] ?? '';
}
