import sharp from 'sharp';
import { expect, it } from 'vitest';
import { CARD, filmCard, houseCard } from './card-svg';
import { toPng } from './to-png';

const film = {
  slug: 'lost-in-translation',
  title: 'Lost in <Translation>',
  year: 2003,
  runtimeMinutes: 102,
  genres: ['Drama'],
  director: 'Sofia Coppola',
};

it.each([
  ['a film', filmCard(film, 'Sofia Coppola, 2003')],
  ['the house', houseCard()],
])('makes the card of %s in the size of link previews', async (_, svg) => {
  const png = await toPng(svg, CARD.width);
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
  expect(png.length).toBeLessThan(80_000);
});

it('is the same picture of the same film every time', async () => {
  const svg = filmCard(film, 'Sofia Coppola, 2003');
  expect(Buffer.from(await toPng(svg, 600)).equals(Buffer.from(await toPng(svg, 600)))).toBe(true);
});
