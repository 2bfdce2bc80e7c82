import { circle, type Composition, polygon, rect } from '../drawing/composition';
import { contrast } from '../drawing/palettes';

/** Rays, and the city underneath. Superhero. */
export const rays: Composition = ({ light, dark, one, two, between, bottom }) => {
  const x = between(110, 290);
  const y = bottom * 0.46;
  const count = between(9, 13);
  const city = contrast(dark, '#ffffff') >= 7 ? dark : '#141414'; // it carries the title
  const edge = (angle: number) => [x + 700 * Math.cos(angle), y + 700 * Math.sin(angle)];
  let art = '';
  for (let k = 0; k < count; k++) {
    const from = (k * 2 * Math.PI) / count + 0.2;
    art += polygon([x, y, ...edge(from), ...edge(from + Math.PI / count)], one);
  }
  art += circle(x, y, between(50, 74), contrast(two, one) > 1.6 ? two : light);
  let left = 0;
  while (left < 400) {
    const width = between(24, 62);
    const height = between(36, 170);
    art += rect(left, bottom - height, width + 1, height + 1, city);
    left += width;
  }
  return { art: art + rect(0, bottom, 400, 600 - bottom, city), titleGround: city };
};
