import { circle, type Composition, path, round } from '../drawing/composition';

/** Quarter circles turned at will. Animation, family. */
export const tiles: Composition = ({ ground, ink, one, two, three, random, between, bottom }) => {
  const columns = between(3, 5);
  const width = 400 / columns;
  const rows = Math.round((bottom + 6) / width);
  const height = bottom / rows;
  const fills = [one, two, three, ink];
  let art = '';
  let last = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      last = (last + between(1, 3)) % 4; // never the colour of the neighbour
      const fill = fills[last] ?? ink;
      const kind = random();
      const place = `translate(${round(column * width)} ${round(row * height)})`;
      const size = `scale(${round(width / 100)} ${round(height / 100)})`;
      const turn = `rotate(${between(0, 3) * 90} 50 50)`;
      art += `<g transform="${place} ${size} ${turn}">${tile(kind, fill, ground)}</g>`;
    }
  }
  return { art };
};

function tile(kind: number, fill: string, ground: string): string {
  if (kind >= 0.26) return path('M0 0H100A100 100 0 0 1 0 100z', fill);
  return circle(50, 50, 50, fill) + (kind < 0.14 ? circle(50, 50, 20, ground) : '');
}
