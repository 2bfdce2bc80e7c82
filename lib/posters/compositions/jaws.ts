import { type Composition, polygon } from '../drawing/composition';

/** Teeth from above and below, closing on the title. Horror. */
export const jaws: Composition = ({ one, random, between, top, bottom }) => {
  // The points stop short of the title.
  const bite = (y: number, direction: 1 | -1, teeth: number) => {
    const points = [-10, y + direction * -300, -10, y - direction * 40];
    for (let k = 0; k < teeth; k++) {
      points.push(((k + 0.5) * 420) / teeth - 10, y - direction * between(0, 34));
      points.push(((k + 1) * 420) / teeth - 10, y - direction * between(76, 120));
    }
    return polygon([...points, 410, y + direction * -300], one);
  };
  const teeth = between(4, 6);
  const upper = bite(top, 1, teeth);
  const lower = bite(bottom, -1, teeth + (random() < 0.5 ? 1 : -1));
  return { art: upper + lower, creditGround: one };
};
