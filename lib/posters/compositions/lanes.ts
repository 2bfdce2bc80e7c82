import { circle, type Composition } from '../drawing/composition';

/** Lanes round a bend, one runner ahead. Sport. */
export const lanes: Composition = ({ ground, ink, one, two, between, flipped, top }) => {
  const count = between(5, 7);
  const x = flipped ? 400 : 0;
  const outer = Math.min(460, 596 - top);
  const step = outer / (count + 1.2);
  const lead = between(1, count - 2);
  const radius = outer - (lead + 0.5) * step;
  const angle = (between(30, 60) * Math.PI) / 180;
  let art = '';
  for (let k = 0; k < count; k++) {
    const other = k % 2 ? ink : two;
    art += circle(x, 600, outer - k * step, k === lead ? one : other);
    art += circle(x, 600, outer - (k + 1) * step + 5, ground);
  }
  const runnerX = x + (flipped ? -1 : 1) * radius * Math.cos(angle);
  return { art: art + circle(runnerX, 600 - radius * Math.sin(angle), step * 0.42, ink) };
};
