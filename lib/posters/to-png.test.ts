import sharp from 'sharp';
import { expect, it } from 'vitest';
import { CARD, cinemaCard, filmCard } from './card-svg';
import { BLOCK_FONTS } from './drawing/font-metrics';
import { outlineText, toPng } from './to-png';

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
  ['the house', cinemaCard()],
])('makes the card of %s in the size of link previews', async (_, svg) => {
  const png = await toPng(svg, CARD.width);
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
  expect(png.length).toBeLessThan(80_000);
});

it('a poster as PNG is the same picture of the same film every time', async () => {
  const svg = filmCard(film, 'Sofia Coppola, 2003');
  expect(Buffer.from(await toPng(svg, 600)).equals(Buffer.from(await toPng(svg, 600)))).toBe(true);
});

const text = (words: string, more = ''): string =>
  `<svg><text x="10" y="20" font-family='${BLOCK_FONTS}' font-weight="800" font-size="100" fill="#123456"${more}>${words}</text></svg>`;
const transform = (svg: string): string | undefined => /transform="([^"]*)"/.exec(svg)?.[1];

it('a poster as PNG draws letters as a path in their colour, at their place', async () => {
  const svg = await outlineText(text('UP'));
  expect(svg).not.toContain('<text');
  expect(svg).toMatch(
    /^<svg><path transform="translate\(10 20\) scale\(0\.10000 -0\.10000\)" fill="#123456" d="M/,
  );
});

it('a poster as PNG stretches a line to the length that it was given', async () => {
  const plain = transform(await outlineText(text('UP')));
  const long = transform(await outlineText(text('UP', ' textLength="300"')));
  expect(plain).toBe('translate(10 20) scale(0.10000 -0.10000)');
  expect(long).toMatch(/^translate\(10 20\) scale\(0\.2\d+ -0\.10000\)$/);
});

it('a poster as PNG ends where a line should end', async () => {
  const svg = await outlineText(text('UP', ' textLength="300" text-anchor="end"'));
  expect(transform(svg)).toMatch(/^translate\(-290 20\)/);
});

it('a poster as PNG takes letters with accents from the file that has them, and leaves other scripts as text', async () => {
  expect(await outlineText(text('Łódź'))).not.toContain('<text');
  expect(await outlineText(text('東京'))).toContain('>東京</text>');
});
