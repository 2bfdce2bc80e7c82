import { circle, type Composition, polygon, rect } from '../drawing/composition';

/** A low sun ruled with lines over flat country. Western. */
export const mesa: Composition = ({ ground, light, dark, between, top }) => {
  const x = between(120, 280);
  const radius = Math.min(170, (470 - top) * 0.8);
  const left = between(-20, 220);
  const right = left + between(120, 190);
  const y = 492 - radius * 0.3;
  let sun = circle(x, y, radius, light);
  for (let k = 0; k < 9; k++) {
    sun += rect(0, y - radius * 0.5 + k * radius * 0.17, 400, 2 + k * 1.9, ground);
  }
  const leftFace = [left, 500, left + 16, 424, left + 24, 388];
  const rightFace = [right - 24, 388, right - 14, 424, right, 500];
  return { art: sun + polygon([...leftFace, ...rightFace], dark) + rect(0, 492, 400, 108, dark) };
};
