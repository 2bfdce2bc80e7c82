import { circle, type Composition, rect, round } from '../drawing/composition';

/** A planet drawn only with strokes that swell and thin. Science fiction. */
export const orbit: Composition = ({ ink, one, three, clip, flipped, between, bottom }) => {
  const radius = Math.min(bottom / 2 - 34, between(146, 178));
  const x = between(140, 260);
  const y = bottom / 2 + 8;
  const count = between(18, 26);
  const height = (2 * radius) / count;
  const lit = between(3, count - 4);
  let strokes = '';
  for (let k = 0; k < count; k++) {
    const swell = Math.max(1.5, height * (1 - (1.35 * Math.abs(k - lit)) / count));
    strokes += rect(0, y - radius + k * height, 400, swell, k === lit ? one : ink);
  }
  const tilt = (flipped ? 1 : -1) * between(14, 34);
  const turned = `transform="rotate(${tilt} ${x} ${round(y)})"`;
  const path =
    `<ellipse cx="${x}" cy="${round(y)}" rx="${round(radius + 58)}" ry="${between(30, 60)}" ${turned}` +
    ` fill="none" stroke="${three}" stroke-width="3"/>`;
  const moon = circle(x + (x > 200 ? -1 : 1) * (radius + 58), y, between(9, 20), one);
  return { art: `${clip(circle(x, y, radius, '#000'), strokes)}${path}<g ${turned}>${moon}</g>` };
};
