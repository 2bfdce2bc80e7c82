import { type Composition, path, polygon, rect, round } from '../drawing/composition';

/** A formation, and the one that falls. War, history. */
export const ranks: Composition = ({ ink, one, random, between, bottom }) => {
  const columns = between(5, 8);
  const rows = between(4, 6);
  const width = 348 / columns;
  const height = (bottom - 30) / rows;
  const fallenColumn = between(1, columns - 2);
  const fallenRow = between(1, rows - 1);
  const unit = [tent, arch, flag][between(0, 2)] ?? tent;
  let art = '';
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = 26 + column * width;
      const y = 30 + row * height;
      if (column !== fallenColumn || row !== fallenRow) {
        art += unit(x, y, width, height, ink);
        continue;
      }
      const turn = (random() < 0.5 ? -1 : 1) * between(50, 84);
      const centre = `${round(x + width / 2)} ${round(y + height * 0.55)}`;
      art += `<g transform="rotate(${turn} ${centre})">${unit(x, y, width, height, one)}</g>`;
    }
  }
  return { art };
};

function tent(x: number, y: number, width: number, height: number, fill: string): string {
  const foot = y + height * 0.9;
  return polygon([x + width * 0.12, foot, x + width * 0.5, y, x + width * 0.88, foot], fill);
}

function arch(x: number, y: number, width: number, height: number, fill: string): string {
  const radius = width * 0.38;
  const foot = round(y + height * 0.9);
  const bow = `a${round(radius)} ${round(radius)} 0 0 1 ${round(radius * 2)} 0`;
  return path(`M${round(x + width * 0.12)} ${foot}V${round(y + radius)}${bow}V${foot}z`, fill);
}

function flag(x: number, y: number, width: number, height: number, fill: string): string {
  const pole = x + width * 0.26;
  return (
    rect(x + width * 0.16, y, width * 0.1, height * 0.92, fill) +
    polygon([pole, y, x + width * 0.94, y + height * 0.2, pole, y + height * 0.42], fill)
  );
}
