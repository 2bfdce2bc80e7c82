import { circle, type Composition, path, polygon, rect, type Sheet } from '../drawing/composition';
import { contrast } from '../drawing/palettes';

/** Ridges, a disc, somewhere to get to. Fantasy, adventure. */
export const peaks: Composition = (sheet) => {
  const { ground, one, two, three, between } = sheet;
  const far = between(90, 310);
  const top = sheet.top + between(40, 70);
  const tower = between(70, 330);
  const land = contrast(three, ground) > 1.5 ? three : two;
  return {
    art:
      circle(400 - far, top + 30, between(40, 62), one) +
      hill(sheet, far, top, 250) +
      hill(sheet, far > 200 ? far - 190 : far + 190, top + 80, 210) +
      path('M0 600V520Q120 460 240 500T400 490V600z', land) +
      rect(tower, 424, 18, 90, one) +
      polygon([tower - 7, 428, tower + 9, 386, tower + 25, 428], one) +
      rect(tower + 6, 446, 6, 12, ground),
  };
};

/** A lit and a dark slope. */
function hill({ ink, two }: Sheet, x: number, y: number, width: number): string {
  const ridge = [x + width * 0.18, y + 120, x - width * 0.06, y + 210, x + width * 0.12, 620];
  const lit = [x - width, 620, x, y, ...ridge];
  const dark = [
    x,
    y,
    x + width,
    620,
    x + width * 0.12,
    620,
    x - width * 0.06,
    y + 210,
    x + width * 0.18,
    y + 120,
  ];
  return polygon(lit, ink) + polygon(dark, two);
}
