import { circle, type Composition, polygon, rect } from '../drawing/composition';

/** A housefront, one window lit. Drama. */
export const windows: Composition = ({ ground, ink, one, two, random, between, top }) => {
  const columns = between(3, 5);
  const rows = between(4, 5);
  const cellWidth = 348 / columns;
  const cellHeight = (580 - top) / rows;
  const litColumn = between(0, columns - 1);
  const litRow = between(0, rows - 1);
  const gap = between(8, 16);
  const width = cellWidth - gap;
  const height = cellHeight - gap;
  let art = '';
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = 26 + column * cellWidth + gap / 2;
      const y = top + row * cellHeight + gap / 2;
      art +=
        column === litColumn && row === litRow
          ? rect(x, y, width, height, one) +
            somebody(x + width / 2, y + height, Math.min(width, height) * 0.15, ink)
          : rect(x, y, width, height, two) + rect(x, y + height * (0.1 + random() * 0.7), width, 3, ground);
    }
  }
  return { art };
};

/** Head and shoulders above the sill. */
function somebody(x: number, sill: number, unit: number, fill: string): string {
  const neck = sill - unit * 2.2;
  return (
    circle(x, sill - unit * 3.4, unit, fill) +
    polygon([x - unit * 1.7, sill, x - unit * 0.9, neck, x + unit * 0.9, neck, x + unit * 1.7, sill], fill)
  );
}
