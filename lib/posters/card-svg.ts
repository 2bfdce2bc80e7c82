import { cinema } from '../cinema';
import { escapeXml, type PosterFilm, rect, round } from './drawing/composition';
import { BLOCK_FONTS, SERIF_FONTS } from './drawing/font-metrics';
import { posterSvg } from './poster-svg';
import { chooseFace, fitLines, LEADING, RISE } from './title-lines';

export const CARD = { width: 1200, height: 630 };

const PAPER = '#f5f5f2';
const INK = '#151514';
const SOFT = '#575751';
const LEFT = 480;
const MEASURE = 660;

/** What a link to a film shows elsewhere: its poster, its name as large as it fits, one line of facts, the cinema. */
export function filmCard(film: PosterFilm, facts: string): string {
  const poster = posterSvg(film).replace('<svg ', '<svg x="48" y="51" width="352" height="528" ');
  return card(poster + heading(film.title, LEFT, MEASURE) + line(facts, LEFT, 566, 26, SOFT));
}

/** The same for every other page. */
export function cinemaCard(): string {
  return card(heading(cinema.strapline, 48, 1092) + line(place(), 48, 566, 26, SOFT), 48);
}

function card(inside: string, left = LEFT): string {
  const { width, height } = CARD;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
    rect(0, 0, width, height, PAPER) +
    rect(0, 0, width, 12, INK) +
    block(cinema.name.toUpperCase(), { x: left, y: 108, size: 40, weight: 900, stretch: 125, fill: INK }) +
    `${inside}</svg>`
  );
}

function heading(title: string, x: number, width: number): string {
  const face = chooseFace(title, 'block');
  const text = face === 'block' ? title.toUpperCase() : title;
  const { lines, size } = fitLines(text, {
    face,
    width,
    height: 330,
    narrowest: 62,
    largest: 190,
    lift: 0.1,
  });
  let y = 178 + size * (RISE[face] - 0.1);
  return lines
    .map((each, index) => {
      if (index > 0) y += size * (LEADING[face] + 0.1);
      const at = { x, y, size, weight: face === 'block' ? 800 : 600, fill: INK, length: each.width };
      return face === 'block'
        ? block(each.text, { ...at, stretch: each.stretch ?? 100 })
        : serif(each.text, at);
    })
    .join('');
}

interface Setting {
  x: number;
  y: number;
  size: number;
  weight: number;
  fill: string;
  stretch?: number;
  length?: number;
}

function block(text: string, setting: Setting): string {
  return set(text, BLOCK_FONTS, setting);
}

function serif(text: string, setting: Setting): string {
  return set(text, SERIF_FONTS, setting);
}

function line(text: string, x: number, y: number, size: number, fill: string): string {
  return block(text, { x, y, size, weight: 500, stretch: 100, fill });
}

function set(
  text: string,
  family: string,
  { x, y, size, weight, fill, stretch = 100, length }: Setting,
): string {
  const fitted = length === undefined ? '' : ` textLength="${round(length)}" lengthAdjust="spacingAndGlyphs"`;
  return (
    `<text x="${x}" y="${round(y)}" font-family='${family}' font-weight="${weight}" font-stretch="${round(stretch)}%"` +
    ` font-size="${round(size)}" fill="${fill}"${fitted}>${escapeXml(text)}</text>`
  );
}

function place(): string {
  const { street, city } = cinema.address;
  return `${street}, ${city}`;
}

/** The same drawing as `app/icon.svg`. */
export const cinemaMark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32">' +
  '<rect width="32" height="32" fill="#151514"/>' +
  '<path d="M5 25V7h6.2L16 17.6 20.8 7H27v18h-4.6V14.2L17.6 25h-3.2L9.6 14.2V25z" fill="#ffce1f"/></svg>';
