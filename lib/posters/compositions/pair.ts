import { circle, type Composition, path, round, type Sheet } from '../drawing/composition';

/** Two shapes and the colour they make where they meet. Romance. */
export const pair: Composition = (sheet) => {
  const kind = sheet.between(0, 2);
  const radius = Math.min(136, (600 - sheet.top) / 2 - 40);
  const y = (sheet.top + 600) / 2 + 4;
  const apart = sheet.between(50, 84);
  const offset = sheet.between(-30, 30);
  if (kind === 0) return { art: twoDiscs(sheet, radius, y, apart, offset) };
  if (kind === 1) return { art: twoHalves(sheet, radius, y, apart) };
  return { art: twoDoorways(sheet) };
};

function twoDiscs({ ink, one, two, clip }: Sheet, radius: number, y: number, apart: number, offset: number) {
  const left = (fill: string) => circle(200 - apart, y - offset, radius, fill);
  const right = (fill: string) => circle(200 + apart, y + offset, radius, fill);
  return left(one) + right(two) + clip(left('#000'), right(ink));
}

function twoHalves({ one, two }: Sheet, radius: number, y: number, apart: number) {
  const half = (start: number, sweep: 0 | 1, fill: string) =>
    path(`M200 ${round(start)}a${radius} ${radius} 0 0 ${sweep} 0 ${2 * radius}z`, fill);
  return half(y - radius - apart / 2, 0, one) + half(y - radius + apart / 2, 1, two);
}

/** Two doorways, leaning on each other. */
function twoDoorways({ ink, one, two, clip, top }: Sheet) {
  const doorway = (x: number, fill: string, y: number) =>
    path(`M${x} 600V${round(y + 84)}a84 84 0 0 1 168 0V600z`, fill);
  return (
    doorway(46, one, top + 20) +
    doorway(186, two, top + 60) +
    clip(doorway(46, '#000', top + 20), doorway(186, ink, top + 60))
  );
}
