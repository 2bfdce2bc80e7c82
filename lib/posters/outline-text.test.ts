import { expect, it } from 'vitest';
import { BLOCK_FONTS } from './fonts';
import { outlineText } from './outline-text';

const text = (words: string, more = ''): string =>
  `<svg><text x="10" y="20" font-family='${BLOCK_FONTS}' font-weight="800" font-size="100" fill="#123456"${more}>${words}</text></svg>`;
const transform = (svg: string): string | undefined => /transform="([^"]*)"/.exec(svg)?.[1];

it('draws letters as a path in their colour, at their place', async () => {
  const svg = await outlineText(text('UP'));
  expect(svg).not.toContain('<text');
  expect(svg).toMatch(
    /^<svg><path transform="translate\(10 20\) scale\(0\.10000 -0\.10000\)" fill="#123456" d="M/,
  );
});

it('stretches a line to the length that it was given', async () => {
  const plain = transform(await outlineText(text('UP')));
  const long = transform(await outlineText(text('UP', ' textLength="300"')));
  expect(plain).toBe('translate(10 20) scale(0.10000 -0.10000)');
  expect(long).toMatch(/^translate\(10 20\) scale\(0\.2\d+ -0\.10000\)$/);
});

it('ends where a line should end', async () => {
  const svg = await outlineText(text('UP', ' textLength="300" text-anchor="end"'));
  expect(transform(svg)).toMatch(/^translate\(-290 20\)/);
});

it('takes letters with accents from the file that has them, and leaves other scripts as text', async () => {
  expect(await outlineText(text('Łódź'))).not.toContain('<text');
  expect(await outlineText(text('東京'))).toContain('>東京</text>');
});
