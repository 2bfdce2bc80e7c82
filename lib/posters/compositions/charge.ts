import { type Composition, rect } from '../drawing/composition';

/** Bars thrown across the sheet, the title thrown with them. Action, disaster. */
export const charge: Composition = ({ ink, one, two, three, between, top, bottom }) => {
  let art = '';
  let y = top - 12;
  for (const fill of [one, ink, two, three, one, ink]) {
    const height = between(14, 60);
    y -= height;
    art += rect(-300, y, 1000, height, fill);
    y -= between(6, 20);
  }
  y = bottom + 8;
  for (const fill of [ink, one, three, two]) {
    const height = between(18, 70);
    art += rect(-300, y, 1000, height, fill);
    y += height + between(6, 20);
  }
  return { art };
};
