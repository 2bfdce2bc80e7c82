import { circle, type Composition, rect, round } from '../drawing/composition';

/** A ring, or a turning square, for every eleven minutes. Thriller, mystery, spy. */
export const rings: Composition = ({ ground, ink, one, film, flipped, between, bottom }) => {
  const count = Math.max(8, Math.min(16, Math.round((film.runtimeMinutes ?? 100) / 11)));
  const x = between(150, 250);
  const y = bottom / 2;
  const dx = between(-80, 80);
  const dy = between(-50, 60);
  const mark = (cx: number, cy: number, radius: number, fill: string, turn: number) =>
    flipped
      ? `<g transform="rotate(${turn * 7} ${round(cx)} ${round(cy)})">${rect(cx - radius, cy - radius, 2 * radius, 2 * radius, fill)}</g>`
      : circle(cx, cy, radius, fill);
  let art = '';
  for (let k = 0; k < count; k++) {
    const share = k / count;
    const line = k > count - 3 ? one : ink;
    art += mark(x + dx * share, y + dy * share, 330 * (1 - share) ** 1.15, k % 2 ? ground : line, k);
  }
  return { art: art + mark(x + dx, y + dy, 12, one, count) + rect(0, bottom, 400, 600 - bottom, ground) };
};
