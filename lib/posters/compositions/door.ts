import { circle, type Composition, polygon, rect } from '../drawing/composition';

/** A door ajar; the light that falls through it is the picture. Noir, crime. */
export const door: Composition = ({ ground, one, three, between, top: above }) => {
  const x = between(60, 250);
  const width = between(38, 76);
  const lean = between(-70, 90);
  const top = above + 16;
  const floor = Math.max(top + 130, 410);
  const person = x + width / 2 + between(-6, 6);
  const feet = (dx: number) => person + dx + lean * ((560 - floor) / (600 - floor));
  const light = [x, floor, x + width, floor, x + width + lean + 96, 600, x + lean - 60, 600];
  const body = [
    person - 9,
    floor - 50,
    person + 9,
    floor - 50,
    person + 11,
    floor + 5,
    person - 11,
    floor + 5,
  ];
  const shadow = [person - 11, floor + 5, person + 11, floor + 5];
  return {
    art:
      rect(0, floor, 400, 600 - floor, three) +
      rect(x, top, width, floor - top, one) +
      polygon(light, one) +
      circle(person, floor - 62, 8, ground) +
      polygon(body, ground) +
      polygon([...shadow, feet(17), 560, feet(-31), 560], ground),
  };
};
